/** The graph was deleted, and this person, an owner, can still bring it back. */
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { MessagePage } from '../message-page/MessagePage';
import styles from './Access.module.css';

interface DeletedPageProps {
  /** Milliseconds since 1970. After that it is gone. */
  readonly until: number;
  /** Rejects with an Error that has a sentence for people. */
  readonly onRestore: () => Promise<void>;
}

const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

export function DeletedPage({ until, onRestore }: DeletedPageProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const restore = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onRestore();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <MessagePage title="This graph was deleted">
      <p>
        You are one of its owners: until {dateAndTime.format(until)} you can bring it back, with its links and
        everything in it.
      </p>
      <Button look="primary" disabled={busy} onClick={() => void restore()}>
        Bring it back
      </Button>
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </MessagePage>
  );
}
