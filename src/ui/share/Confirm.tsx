/**
 * A question in its place, before something is done that others feel. The keyboard comes to the harmless answer, and goes
 * back with it to where it was.
 */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import styles from './Share.module.css';

interface ConfirmProps {
  readonly question: string;
  /** What the button says that does it. */
  readonly yes: string;
  /** What the button says that leaves all as it is; left out: that this is called off. */
  readonly no?: string;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function Confirm({ question, yes, no, busy, onYes, onNo }: ConfirmProps) {
  const { t } = useTranslation('share');
  const questionId = useId();
  const [opener] = useState(() => document.activeElement);
  const leave = () => {
    onNo();
    if (opener instanceof HTMLElement) opener.focus();
  };
  return (
    <fieldset
      aria-labelledby={questionId}
      className={styles['confirm']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // It is this question that Esc answers, not the dialog around it.
        event.preventDefault();
        event.stopPropagation();
        leave();
      }}
    >
      <p id={questionId}>{question}</p>
      <div className={styles['answers']}>
        <Button look="danger" disabled={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button look="quiet" autoFocus disabled={busy} onClick={leave}>
          {no ?? t('cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
