import type { ReactNode } from 'react';
import styles from './Banner.module.css';

interface BannerProps {
  /** `bad`: something is over. `warn`: something is to be done. `quiet`: good to know. */
  readonly look: 'bad' | 'warn' | 'quiet';
  /** Said by screen readers at once; the others wait for a pause. */
  readonly urgent?: boolean;
  readonly children: ReactNode;
  /** Buttons and links. */
  readonly actions?: ReactNode;
}

/** A sentence across the top of the work, with what can be done about it. */
export function Banner({ look, urgent = false, children, actions }: BannerProps) {
  return (
    <div className={`${styles['banner']} ${styles[look]}`} role={urgent ? 'alert' : 'status'}>
      <p dir="auto">{children}</p>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
