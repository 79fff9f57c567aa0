/** What is wrong with the query, or that it took too long, with what can be done. */
import { CircleAlert, Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../console/problem-words';
import { RAISE_BY } from '../../console/query-console';
import { locale } from '../../i18n/formats';
import { Button } from '../../kit/Button';
import styles from './ConsoleDock.module.css';
import { useConsole, useConsoleState } from './console-context';

export function Problem() {
  const { t } = useTranslation('console');
  const console = useConsole();
  const run = useConsoleState((state) => state.run);
  if (run.status === 'failed') return <Failure reason={run.reason} />;
  if (run.status !== 'tooSlow') return null;
  const seconds = new Intl.NumberFormat(locale());
  const longer = run.limitMs * RAISE_BY;
  return (
    <div role="alert" className={styles['problem']}>
      <Timer size={15} aria-hidden />
      <p>{t('tooSlowWhy', { seconds: seconds.format(run.limitMs / 1000) })}</p>
      <Button onClick={() => void console.run(longer)}>
        {t('longer', { seconds: seconds.format(longer / 1000) })}
      </Button>
    </div>
  );
}

function Failure({ reason }: { readonly reason: string }) {
  const { t } = useTranslation('console');
  const { sentence, original } = problemWords(reason);
  return (
    <div role="alert" className={styles['problem']}>
      <CircleAlert size={15} aria-hidden />
      <p dir="auto">{sentence}</p>
      {original !== undefined && (
        <details className={styles['original']}>
          <summary>{t('original')}</summary>
          <pre>{original}</pre>
        </details>
      )}
    </div>
  );
}
