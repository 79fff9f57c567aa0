import type { ComponentProps } from 'react';
import styles from './TextInput.module.css';

/** A one-line field in the house style; also for dates and numbers, by its `type`. Text runs in its own direction. */
export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input type="text" dir="auto" className={`${styles['input']} ${className}`} {...rest} />;
}
