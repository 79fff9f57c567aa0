/**
 * One property of one element: edited in place, saved when the field is left or Enter is pressed, Esc takes it back. Who may
 * no longer edit keeps what they were typing in view, and can go on when they may again.
 */
import { X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../i18n/said';
import { yesNo } from '../../i18n/yes-no';
import { formatValue } from '../../kit/format-value';
import { inputKind, inputText, parseInput } from '../../kit/parse-input';
import { TextInput } from '../../kit/TextInput';
import type { PropertyDefinition } from '../../shared/graph/model';
import type { PropertyValue } from '../../shared/graph/values';
import type { Person } from '../../shared/protocol/person';
import { EditedMark } from './EditedMark';
import { OverwrittenNote } from './OverwrittenNote';
import styles from './PropertyField.module.css';
import { UnsavedNote } from './UnsavedNote';
import { YesNo } from './YesNo';

export interface PropertyFieldProps {
  readonly property: PropertyDefinition;
  readonly value: PropertyValue | undefined;
  /** The field is of several elements whose values differ; `value` is then undefined. */
  readonly mixed?: boolean;
  /** To be read and copied only. */
  readonly readOnly?: boolean;
  /** `undefined` removes the property from the element. */
  readonly onChange: (value: PropertyValue | undefined) => void;
  /** Others who are editing it, too. */
  readonly editors?: readonly Person[];
  /** Who has changed it since the keyboard came to the field: their name. */
  readonly overwrittenBy?: string | undefined;
  /** The keyboard comes to the field. */
  readonly onFocus?: () => void;
  /** The keyboard leaves it. */
  readonly onBlur?: () => void;
}

export function PropertyField(props: PropertyFieldProps) {
  const { property, value, mixed = false, readOnly = false, onChange, editors = [], overwrittenBy } = props;
  const { onFocus, onBlur } = props;
  const { t } = useTranslation('inspector');
  const { name, type } = property;
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState<string>();
  /** The field was left when what was typed could not be saved. */
  const [left, setLeft] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [fieldId, labelId, problemId, markId, unsavedId] = [useId(), useId(), useId(), useId(), useId()];
  const overwrittenId = useId();
  const unsaved = draft !== undefined && draft !== inputText(type, value);

  const reset = () => {
    setDraft(undefined);
    setProblem(undefined);
    setLeft(false);
  };
  const save = () => {
    if (readOnly) return;
    // A date that is half typed has the value of an empty one; only its validity tells them apart.
    const half = input.current?.validity.badInput === true ? parseInput(type, '') : undefined;
    if (half?.ok === false) return setProblem(said(half.problem));
    if (draft === undefined || !unsaved) return reset();
    if (draft === '' && type !== 'STRING') {
      onChange(undefined);
      return reset();
    }
    const parsed = parseInput(type, draft);
    if (!parsed.ok) return setProblem(said(parsed.problem));
    onChange(parsed.value);
    reset();
  };

  const isNoted = unsaved && (readOnly || left);
  const isOverwritten = overwrittenBy !== undefined && !mixed;
  const notes =
    [
      problem !== undefined && problemId,
      isNoted && unsavedId,
      editors.length > 0 && markId,
      isOverwritten && overwrittenId,
    ]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <div className={styles['field']} style={{ '--person-color': editors[0]?.color }}>
      <label className={styles['name']} id={labelId} htmlFor={type === 'BOOLEAN' ? undefined : fieldId}>
        <bdi>{name}</bdi>{' '}
        <span className={styles['type']}>
          {mixed ? `${t('mixed')} · ` : ''}
          {t(`types.${type}`)}
        </span>
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
            placeholder={mixed ? t('mixed') : undefined}
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
              setLeft((readOnly || isOverwritten) && unsaved);
              // What someone else has just written there is not written over by going elsewhere.
              if (!isOverwritten || !unsaved) save();
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
            aria-label={t('remove', { property: name })}
            title={t('remove', { property: name })}
            disabled={value === undefined && !mixed}
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
      <OverwrittenNote
        id={overwrittenId}
        name={isOverwritten ? overwrittenBy : undefined}
        shown={value === undefined ? '' : formatValue(type, value, yesNo)}
        unsaved={unsaved}
      />
      {isNoted && <UnsavedNote id={unsavedId} readOnly={readOnly} text={draft} onSave={save} />}
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {t('kept', { problem })}
        </p>
      )}
    </div>
  );
}
