/** A page that says one thing: why there is no graph to see, and what to do. */
import type { ReactNode } from 'react';
import { KumikoMark } from '../../kit/KumikoMark';
import styles from './MessagePage.module.css';

export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles['page']}>
      <KumikoMark size={48} />
      <h1>{title}</h1>
      {children}
      <p>
        <a href="/">All graphs</a>
      </p>
    </main>
  );
}
