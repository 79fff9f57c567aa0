/** The links that open the graph, and the way to make more. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useEditorState } from '../../store/editor-context';
import { type Issued, IssuedLink } from './IssuedLink';
import { LinkItem } from './LinkItem';
import { NewLink } from './NewLink';
import { RevokedLinks } from './RevokedLinks';
import styles from './Share.module.css';
import { useLinks } from './use-links';

export function Links() {
  const { t } = useTranslation('share');
  const { links, problem, reload } = useLinks();
  const signedIn = useEditorState((state) => state.identity !== undefined);
  const [issued, setIssued] = useState<Issued>();
  const live = links?.filter(({ revokedAt }) => revokedAt === undefined) ?? [];
  const revoked = links?.filter(({ revokedAt }) => revokedAt !== undefined) ?? [];
  return (
    <>
      <section className={styles['section']}>
        <p className={styles['soft']}>{t(signedIn ? 'leadSignedIn' : 'lead')}</p>
        <NewLink
          onIssued={(made) => {
            setIssued(made);
            void reload();
          }}
        />
        {issued !== undefined && <IssuedLink key={issued.link.id} {...issued} />}
      </section>
      <section className={styles['section']} aria-label={t('linksOfGraph')}>
        <h3 className={styles['heading']}>{t('links')}</h3>
        {links === undefined && problem === undefined && <p role="status">{t('asking')}</p>}
        {problem !== undefined && (
          <p role="alert" className={styles['problem']}>
            {problem}{' '}
            <Button look="quiet" onClick={() => void reload()}>
              {t('tryAgain')}
            </Button>
          </p>
        )}
        {links !== undefined && live.length === 0 && <p className={styles['soft']}>{t('none')}</p>}
        <ul className={styles['links']}>
          {live.map((link) => (
            <LinkItem key={link.id} link={link} onChanged={reload} />
          ))}
        </ul>
        <RevokedLinks links={revoked} />
      </section>
    </>
  );
}
