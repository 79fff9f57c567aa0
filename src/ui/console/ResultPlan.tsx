/** How the database goes about a query, as it draws it. */
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../engine/graph-engine';
import styles from './ConsoleDock.module.css';

export function ResultPlan({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('console');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard.
    <section className={styles['scroll']} aria-label={t('plan')} tabIndex={0}>
      <p className={styles['hint']}>{t('planHint')}</p>
      <pre className={styles['plan']} dir="ltr">
        {answer.rows.map((row) => String(row[0] ?? '')).join('\n')}
      </pre>
    </section>
  );
}
