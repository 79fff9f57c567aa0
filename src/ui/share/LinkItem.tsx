/** One link: what it is for, who uses it, and what an owner can do with it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { CopyButton } from '../../kit/CopyButton';
import { ROLES, type Role } from '../../shared/access';
import type { Link } from '../../shared/protocol/links';
import { useEditor } from '../../store/editor-context';
import { Confirm } from './Confirm';
import { LinkName } from './LinkName';
import { linkTitle, madeWords, revokeQuestion, usedWords } from './link-words';
import styles from './Share.module.css';
import { useAction } from './use-action';

interface LinkItemProps {
  readonly link: Link;
  /** The server has changed it. Resolves when the list is up to date. */
  readonly onChanged: () => Promise<void>;
}

type Asked = { readonly about: 'revoke' } | { readonly about: 'role'; readonly role: Role };

export function LinkItem({ link, onChanged }: LinkItemProps) {
  const { t } = useTranslation(['share', 'access']);
  const { links } = useEditor();
  const [asked, setAsked] = useState<Asked>();
  const { busy, problem, run, forget } = useAction();
  const act = (action: () => Promise<unknown>) =>
    run(async () => {
      setAsked(undefined);
      await action();
      await onChanged();
    });
  const setRole = (role: Role) => void act(() => links.change(link.id, { role }));
  const chooseRole = (role: Role) => {
    forget();
    if (role === 'owner' || link.isYours) setAsked({ about: 'role', role });
    else setRole(role);
  };
  const title = linkTitle(link);
  return (
    <li className={styles['link']}>
      <div className={styles['linkHead']}>
        <LinkName
          name={link.name}
          disabled={busy}
          onRename={(name) => act(() => links.change(link.id, { name }))}
          onType={forget}
        />
        <select
          className={styles['role']}
          aria-label={t('roleOf', { link: title })}
          value={asked?.about === 'role' ? asked.role : link.role}
          disabled={busy}
          onChange={(event) => {
            const role = ROLES.find((each) => each === event.target.value);
            if (role !== undefined && role !== link.role) chooseRole(role);
          }}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`access:role.${role}`)}
            </option>
          ))}
        </select>
      </div>
      <div className={styles['linkFoot']}>
        <p className={styles['facts']}>
          {link.isYours && <span className={styles['yours']}>{t('yours')}</span>}
          {link.connections > 0 && <span className={styles['here']}>{t('hereNow', { count: link.connections })}</span>}
          <span>{madeWords(link)}</span>
          <span>{usedWords(link)}</span>
        </p>
        <div className={styles['answers']}>
          <CopyLink link={link} title={title} />
          <Button
            look="danger"
            aria-label={t('revokeOf', { link: title })}
            disabled={busy}
            onClick={() => setAsked({ about: 'revoke' })}
          >
            {t('revoke')}
          </Button>
        </div>
      </div>
      {asked?.about === 'revoke' && (
        <Confirm
          question={revokeQuestion(link)}
          yes={t('revokeIt')}
          no={t('keepIt')}
          busy={busy}
          onYes={() => void act(() => links.revoke(link.id))}
          onNo={() => setAsked(undefined)}
        />
      )}
      {asked?.about === 'role' && (
        <Confirm
          question={t(asked.role === 'owner' ? 'access:ownerWarning' : 'noMoreOwner')}
          yes={t(`turnInto.${asked.role}`)}
          busy={busy}
          onYes={() => setRole(asked.role)}
          onNo={() => setAsked(undefined)}
        />
      )}
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </li>
  );
}

/** Links of owners are shown once, when they are made; one's own can be had from where one is. */
function CopyLink({ link, title }: { link: Link; title: string }) {
  const { t } = useTranslation('share');
  const { linkTo, ownLink } = useEditor();
  const { key } = link;
  const address = key === undefined ? (link.isYours ? ownLink() : undefined) : linkTo(key);
  if (address === undefined) return null;
  return <CopyButton label={t('copyOf', { link: title })} text={() => address} />;
}
