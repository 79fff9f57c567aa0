/** Links that open nothing any more, folded away. */
import { useTranslation } from 'react-i18next';
import { Isolate } from '../../kit/Isolate';
import type { Link } from '../../shared/protocol/links';
import { revokedWords } from './link-words';
import styles from './Share.module.css';

export function RevokedLinks({ links }: { links: readonly Link[] }) {
  const { t } = useTranslation(['share', 'access']);
  if (links.length === 0) return null;
  return (
    <details className={styles['revoked']}>
      <summary>{t('revoked', { count: links.length })}</summary>
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <Isolate>{link.name === '' ? t('noName') : link.name}</Isolate>
            <span>{t(`access:role.${link.role}`)}</span>
            <span>{revokedWords(link)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
