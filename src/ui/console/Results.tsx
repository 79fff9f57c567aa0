/** Beside the query: what came of it, examples, and what was asked before. */
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { RESULT_TABS, type ResultTab, seenOf } from '../../console/query-console';
import styles from './ConsoleDock.module.css';
import { useConsole, useConsoleState } from './console-context';
import { Examples, Past } from './QueryLists';
import { ResultActions } from './ResultActions';
import { ResultJson } from './ResultJson';
import { ResultPlan } from './ResultPlan';
import { ResultTable } from './ResultTable';

export function Results() {
  const { t } = useTranslation('console');
  const console = useConsole();
  const tab = useConsoleState((state) => state.tab);
  const isPlan = useConsoleState(({ run }) => seenOf(run)?.isPlan === true);
  const id = useId();
  const step = (by: number) => {
    const next = RESULT_TABS.at((RESULT_TABS.indexOf(tab) + by) % RESULT_TABS.length) ?? tab;
    console.show(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div className={styles['results']}>
      <div className={styles['tabBar']}>
        <div role="tablist" aria-label={t('results')} className={styles['tabs']}>
          {RESULT_TABS.map((each) => (
            <button
              key={each}
              id={`${id}-${each}`}
              type="button"
              role="tab"
              aria-selected={each === tab}
              aria-controls={`${id}-panel`}
              tabIndex={each === tab ? 0 : -1}
              onClick={() => console.show(each)}
              onKeyDown={({ key }) => {
                if (key === 'ArrowRight') step(1);
                if (key === 'ArrowLeft') step(-1);
              }}
            >
              {each === 'table' && isPlan ? t('plan') : t(`tab.${each}`)}
            </button>
          ))}
        </div>
        <ResultActions />
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${tab}`} className={styles['panel']}>
        <Shown tab={tab} />
      </div>
    </div>
  );
}

function Shown({ tab }: { readonly tab: ResultTab }): ReactNode {
  const { t } = useTranslation('console');
  const seen = useConsoleState(({ run }) => seenOf(run));
  if (tab === 'examples') return <Examples />;
  if (tab === 'history') return <Past />;
  if (seen === undefined) return <p className={styles['hint']}>{t('noAnswer')}</p>;
  const { answer, isPlan } = seen;
  if (tab === 'json') return <ResultJson answer={answer} />;
  return isPlan ? <ResultPlan answer={answer} /> : <ResultTable answer={answer} />;
}
