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
  /** Takes the keyboard when it appears. */
  readonly autoFocus?: boolean;
  /** `undefined` removes the property from the element. */
  readonly onChange: (value: PropertyValue | undefined) => void;
}

export function PropertyField({ property, value, autoFocus = false, onChange }: PropertyFieldProps) {
  const { name, type } = property;
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const [fieldId, labelId, problemId] = [useId(), useId(), useId()];

  // Only when it appears: later it would take the keyboard away from another field.
  const [focusAtFirst] = useState(autoFocus);
  useEffect(() => {
    if (focusAtFirst) input.current?.focus();
  }, [focusAtFirst]);

  const reset = () => {
    setDraft(undefined);
    setProblem(undefined);
  };
  const save = () => {
    // A date that is half typed has the value of an empty one; only its validity tells them apart.
    const half = input.current?.validity.badInput === true ? parseInput(type, '') : undefined;
    if (half?.ok === false) return setProblem(half.problem);
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
      <label className={styles['name']} id={labelId} htmlFor={type === 'BOOLEAN' ? undefined : fieldId}>
        {name} <span className={styles['type']}>{TYPE_WORDS[type]}</span>
      </label>
      <div className={styles['row']}>
        {type === 'BOOLEAN' ? (
          <YesNo labelId={labelId} value={value} onChange={onChange} />
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
              // Enter may end an input method's conversion, and Esc take it back.
              if (event.nativeEvent.isComposing) return;
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
