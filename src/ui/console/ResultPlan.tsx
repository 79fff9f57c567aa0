/** How the database goes about a query: step by step, and as it draws it. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { planText } from '../../console/answer-text';
import { planTree } from '../../console/plan-tree';
import type { Answer } from '../../engine/graph-engine';
import styles from './ConsoleDock.module.css';
import { PlanTree } from './PlanTree';

export function ResultPlan({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('console');
  const text = planText(answer);
  const tree = useMemo(() => planTree(text), [text]);
  const drawn = (
    <pre className={styles['plan']} dir="ltr">
      {text}
    </pre>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard.
    <section className={styles['scroll']} aria-label={t('plan')} tabIndex={0}>
      <p className={styles['hint']}>{tree === undefined ? t('planHint') : t('planStepsHint')}</p>
      {tree === undefined ? (
        drawn
      ) : (
        <>
          <details className={styles['drawn']}>
            <summary>{t('planDrawn')}</summary>
            {drawn}
          </details>
          <div className={styles['tree']} dir="ltr">
            <PlanTree last={tree} />
          </div>
        </>
      )}
    </section>
  );
}
