/** How the query went, in a few words; screen readers are told. */
import { useTranslation } from 'react-i18next';
import type { AnsweredRun, Run } from '../../console/query-console';
import { locale } from '../../i18n/formats';
import styles from './ConsoleDock.module.css';
import { useConsoleState } from './console-context';

export function RunWords() {
  const { t } = useTranslation('console');
  const run = useConsoleState((state) => state.run);
  return (
    <p role="status" className={styles['runWords']} data-testid="query-outcome">
      {words(run, t)}
    </p>
  );
}

type Translate = ReturnType<typeof useTranslation<'console'>>['t'];

function words(run: Run, t: Translate): string {
  switch (run.status) {
    case 'running':
      return run.ofCopy ? t('runningOnCopy') : t('running');
    case 'stopped':
      return t('stopped');
    case 'answered':
      return answered(run, t);
    case 'proposed':
      return run.changes === 0 ? t('wouldChangeNothing') : t('proposed');
    case 'failed':
      return t('failed');
    case 'tooSlow':
      return t('tooSlow', { seconds: number(run.limitMs / 1000) });
    case 'incomplete':
    case 'idle':
      return '';
  }
}

function answered({ answer, ofCopy, isPlan }: AnsweredRun, t: Translate): string {
  const { rows, rowCount, tookMs } = answer;
  const cut = rows.length < rowCount;
  const count = cut
    ? t('rowsCut', { shown: number(rows.length), count: rowCount, all: number(rowCount) })
    : t('rows', { count: rowCount, all: number(rowCount) });
  const time = t('took', { milliseconds: number(tookMs < 10 ? Math.round(tookMs * 10) / 10 : Math.round(tookMs)) });
  return [isPlan ? t('plan') : count, time, ofCopy && t('ofCopy')].filter((part) => part !== false).join(' · ');
}

function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}
