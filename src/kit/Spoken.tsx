import type { HTMLAttributes } from 'react';
import styles from './Spoken.module.css';

interface SpokenProps extends HTMLAttributes<HTMLElement> {
  readonly as: 'div' | 'h1' | 'p';
}

/** For screen readers only: what everyone else sees by other means. */
export function Spoken({ as: Tag, ...rest }: SpokenProps) {
  return <Tag className={styles['spoken']} {...rest} />;
}
