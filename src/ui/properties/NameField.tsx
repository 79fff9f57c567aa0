/** A name that is changed in place: Enter or leaving the field saves it, Esc takes it back; what is wrong stands beside it. */
import { useId, useState } from 'react';
import { TextInput } from '../../kit/TextInput';
import { tidyName } from '../../shared/graph/names';
import styles from './NameField.module.css';

interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  readonly readOnly: boolean;
  /** Why it cannot be called this; undefined when it can. */
  readonly problemOf: (name: string) => string | undefined;
  readonly onRename: (name: string) => void;
}

export function NameField({ label, name, readOnly, problemOf, onRename }: NameFieldProps) {
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [fieldId, problemId] = [useId(), useId()];
  const reset = () => {
    setDraft(undefined);
    setProblem(undefined);
  };
  const save = () => {
    if (draft === undefined || readOnly) return;
    const wanted = tidyName(draft);
    if (wanted === name) return reset();
    const wrong = problemOf(wanted);
    if (wrong !== undefined) return setProblem(wrong);
    reset();
    onRename(wanted);
  };
  return (
    <div className={styles['field']}>
      <label htmlFor={fieldId} className={styles['label']}>
        {label}
      </label>
      <TextInput
        id={fieldId}
        value={draft ?? name}
        readOnly={readOnly}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        onChange={(event) => {
          setDraft(event.target.value);
          setProblem(undefined);
        }}
        onBlur={save}
        onKeyDown={(event) => {
          // Enter may end an input method's conversion, and Esc take it back.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            // The keyboard may go to a button meanwhile, which the browser would then press.
            event.preventDefault();
            save();
          }
          if (event.key !== 'Escape' || draft === undefined) return;
          // It is what was typed that Esc takes back, not the panel around it.
          event.stopPropagation();
          reset();
        }}
      />
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </div>
  );
}
