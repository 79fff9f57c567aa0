/** A page that says one thing: why there is no graph to see, and what to do. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KumikoMark } from '../../kit/KumikoMark';
import styles from './MessagePage.module.css';

export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('page');
  return (
    <main className={styles['page']}>
      <KumikoMark size={48} />
      <h1>{title}</h1>
      {children}
      <p>
        <a href="/">{t('allGraphs')}</a>
      </p>
    </main>
  );
}
