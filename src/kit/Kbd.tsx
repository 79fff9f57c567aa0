import styles from './Kbd.module.css';

/** A shortcut, or one key of it, as it is printed on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return <kbd className={styles['kbd']}>{children}</kbd>;
}
