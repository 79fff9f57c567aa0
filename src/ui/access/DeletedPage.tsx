/** The graph was deleted, and this person, an owner, can still bring it back. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/formats';
import { saidOf } from '../../i18n/said';
import { Button } from '../../kit/Button';
import { MessagePage } from '../message-page/MessagePage';
import styles from './Access.module.css';

interface DeletedPageProps {
  /** Milliseconds since 1970. After that it is gone. */
  readonly until: number;
  /** Rejects with an Error that has a sentence for people. */
  readonly onRestore: () => Promise<void>;
}

export function DeletedPage({ until, onRestore }: DeletedPageProps) {
  const { t } = useTranslation('access');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const restore = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onRestore();
    } catch (error) {
      setProblem(error instanceof Error ? saidOf(error) : String(error));
      setBusy(false);
    }
  };
  return (
    <MessagePage title={t('deleted')}>
      <p>{t('restorable', { until: formatTime(until, 'longTime') })}</p>
      <Button look="primary" disabled={busy} onClick={() => void restore()}>
        {t('bringBack')}
      </Button>
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </MessagePage>
  );
}
