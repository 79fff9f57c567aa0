import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';

type Look = 'plain' | 'primary' | 'quiet' | 'danger';

/** A button in the house style. An icon-only one needs an `aria-label`. */
export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button type="button" className={`${styles['button']} ${styles[look]} ${className}`} {...rest} />;
}
