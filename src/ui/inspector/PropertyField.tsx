/**
 * One property of one element: edited in place, saved when the field is left or Enter is pressed, Esc takes it back. Who may
 * no longer edit keeps what they were typing in view, and can go on when they may again.
 */
import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { TextInput } from '../../kit/TextInput';
import type { PropertyDefinition } from '../../shared/graph/model';
import { type PropertyValue, TYPE_WORDS } from '../../shared/graph/values';
import type { Person } from '../../shared/protocol/person';
import { EditedMark } from './EditedMark';
import styles from './PropertyField.module.css';
import { inputKind, inputText, parseInput } from './parse-input';
import { UnsavedNote } from './UnsavedNote';
import { YesNo } from './YesNo';

export interface PropertyFieldProps {
  readonly property: PropertyDefinition;
  readonly value: PropertyValue | undefined;
  /** Takes the keyboard when it appears. */
  readonly autoFocus?: boolean;
  /** To be read and copied only. */
  readonly readOnly?: boolean;
  /** `undefined` removes the property from the element. */
  readonly onChange: (value: PropertyValue | undefined) => void;
  /** Others who are editing it, too. */
  readonly editors?: readonly Person[];
  /** The keyboard comes to the field. */
  readonly onFocus?: () => void;
  /** The keyboard leaves it. */
  readonly onBlur?: () => void;
}

export function PropertyField(props: PropertyFieldProps) {
  const { property, value, autoFocus = false, readOnly = false, onChange, editors = [], onFocus, onBlur } = props;
  const { name, type } = property;
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  /** The field was left when what was typed could not be saved. */
  const [left, setLeft] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [fieldId, labelId, problemId, markId, unsavedId] = [useId(), useId(), useId(), useId(), useId()];
  const unsaved = draft !== undefined && draft !== inputText(type, value);

  // Only when it appears: later it would take the keyboard away from another field.
  const [focusAtFirst] = useState(autoFocus);
  useEffect(() => {
    if (focusAtFirst) input.current?.focus();
  }, [focusAtFirst]);

  const reset = () => {
    setDraft(undefined);
    setProblem(undefined);
    setLeft(false);
  };
  const save = () => {
    if (readOnly) return;
    // A date that is half typed has the value of an empty one; only its validity tells them apart.
    const half = input.current?.validity.badInput === true ? parseInput(type, '') : undefined;
    if (half?.ok === false) return setProblem(half.problem);
    if (draft === undefined || !unsaved) return reset();
    if (draft === '' && type !== 'STRING') {
      onChange(undefined);
      return reset();
    }
    const parsed = parseInput(type, draft);
    if (!parsed.ok) return setProblem(parsed.problem);
    onChange(parsed.value);
    reset();
  };

  const isNoted = unsaved && (readOnly || left);
  const notes =
    [problem !== undefined && problemId, isNoted && unsavedId, editors.length > 0 && markId]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <div className={styles['field']} style={{ '--person-color': editors[0]?.color }}>
      <label className={styles['name']} id={labelId} htmlFor={type === 'BOOLEAN' ? undefined : fieldId}>
        <bdi>{name}</bdi> <span className={styles['type']}>{TYPE_WORDS[type]}</span>
      </label>
      <div className={styles['row']} data-edited={editors.length > 0} data-read-only={readOnly}>
        {type === 'BOOLEAN' ? (
          <YesNo
            labelId={labelId}
            describedBy={notes}
            value={value}
            readOnly={readOnly}
            onChange={onChange}
            onFocus={onFocus}
            onBlur={onBlur}
          />
        ) : (
          <TextInput
            {...inputKind(type)}
            id={fieldId}
            ref={input}
            value={draft ?? inputText(type, value)}
            readOnly={readOnly}
            aria-invalid={problem !== undefined}
            aria-describedby={notes}
            onChange={(event) => {
              setDraft(event.target.value);
              setProblem(undefined);
            }}
            onFocus={() => {
              setLeft(false);
              onFocus?.();
            }}
            onBlur={() => {
              setLeft(readOnly && unsaved);
              save();
              onBlur?.();
            }}
            onKeyDown={(event) => {
              // Enter may end an input method's conversion, and Esc take it back.
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') save();
              if (event.key === 'Escape') reset();
            }}
          />
        )}
        {!readOnly && (
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
        )}
      </div>
      <EditedMark id={markId} editors={editors} />
      {isNoted && <UnsavedNote id={unsavedId} readOnly={readOnly} text={draft} onSave={save} />}
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {problem} What was there before is kept.
        </p>
      )}
    </div>
  );
}
