/** Links that open nothing any more, folded away. */
import { Isolate } from '../../kit/Isolate';
import type { Link } from '../../shared/protocol/links';
import { ROLE_WORDS } from '../access/role-words';
import { revokedWords } from './link-words';
import styles from './Share.module.css';

export function RevokedLinks({ links }: { links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <details className={styles['revoked']}>
      <summary>{links.length === 1 ? 'One revoked link' : `${links.length} revoked links`}</summary>
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <Isolate>{link.name === '' ? 'No name' : link.name}</Isolate>
            <span>{ROLE_WORDS[link.role].name}</span>
            <span>{revokedWords(link)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
