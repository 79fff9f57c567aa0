/** One property of one element: edited in place, saved when the field is left or Enter is pressed, Esc takes it back. */
import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { TextInput } from '../../kit/TextInput';
import type { PropertyDefinition } from '../../shared/graph/model';
import { type PropertyValue, TYPE_WORDS } from '../../shared/graph/values';
import styles from './PropertyField.module.css';
import { inputKind, inputText, parseInput } from './parse-input';
import { YesNo } from './YesNo';

interface PropertyFieldProps {
  readonly property: PropertyDefinition;
  readonly value: PropertyValue | undefined;
  readonly autoFocus?: boolean;
  /** `undefined` removes the property from the element. */
  readonly onChange: (value: PropertyValue | undefined) => void;
}

export function PropertyField({ property, value, autoFocus = false, onChange }: PropertyFieldProps) {
  const { name, type } = property;
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const [fieldId, problemId] = [useId(), useId()];

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const reset = () => {
    setDraft(undefined);
    setProblem(undefined);
  };
  const save = () => {
    if (draft === undefined || draft === inputText(type, value)) return reset();
    if (draft === '' && type !== 'STRING') {
      onChange(undefined);
      return reset();
    }
    const parsed = parseInput(type, draft);
    if (!parsed.ok) return setProblem(parsed.problem);
    onChange(parsed.value);
    reset();
  };

  return (
    <div className={styles['field']}>
      <label className={styles['name']} htmlFor={fieldId}>
        {name} <span className={styles['type']}>{TYPE_WORDS[type]}</span>
      </label>
      <div className={styles['row']}>
        {type === 'BOOLEAN' ? (
          <YesNo id={fieldId} value={value} onChange={onChange} />
        ) : (
          <TextInput
            {...inputKind(type)}
            id={fieldId}
            ref={input}
            value={draft ?? inputText(type, value)}
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : problemId}
            onChange={(event) => {
              setDraft(event.target.value);
              setProblem(undefined);
            }}
            onBlur={save}
            onKeyDown={(event) => {
              if (event.key === 'Enter') save();
              if (event.key === 'Escape') reset();
            }}
          />
        )}
        <button
          type="button"
          className={styles['remove']}
          aria-label={`Remove ${name}`}
          title={`Remove ${name}`}
          disabled={value === undefined}
          onClick={() => {
            reset();
            onChange(undefined);
          }}
        >
          <X size={14} aria-hidden />
        </button>
      </div>
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {problem} What was there before is kept.
        </p>
      )}
    </div>
  );
}
