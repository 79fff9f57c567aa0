/** What someone who is no owner may do, and their own link to pass on. */
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../kit/CopyButton';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './Share.module.css';

export function PassOn() {
  const { t } = useTranslation(['share', 'access']);
  const { ownLink } = useEditor();
  const role = useEditorState((state) => state.role);
  const link = ownLink();
  return (
    <section className={styles['section']}>
      {role !== undefined && <p>{t(`access:youMay.${role}`)}</p>}
      {link === undefined ? (
        <p className={styles['soft']}>{t('withoutLink')}</p>
      ) : (
        <>
          <p className={styles['soft']}>{t('passOn')}</p>
          <p>
            <CopyButton look="primary" text={() => link}>
              {t('copyMine')}
            </CopyButton>
          </p>
        </>
      )}
    </section>
  );
}
