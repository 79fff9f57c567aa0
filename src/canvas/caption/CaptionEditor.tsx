/**
 * A node's caption, edited in its card: Enter or leaving it saves, Tab saves and goes on to the next selected node, Esc takes
 * it back. What someone else makes of the caption meanwhile is told, and only Enter replaces it.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../i18n/said';
import { yesNo } from '../../i18n/yes-no';
import { isolated } from '../../kit/bidi';
import { formatValue } from '../../kit/format-value';
import { inputKind } from '../../kit/parse-input';
import type { ElementType } from '../../shared/graph/model';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { nodeCaptionKey } from '../../store/node-look';
import type { NodeRow } from '../../store/rows';
import { useOwnEditing } from '../../store/use-own-editing';
import styles from './CaptionEditor.module.css';
import { captionOps, captionProperty } from './caption-property';
import { useCaptionDraft } from './use-caption-draft';

interface CaptionEditorProps {
  readonly row: NodeRow;
  readonly label: ElementType;
  /** It is over. `next` asks for the next selected node's caption; `byKey` for the keyboard to go back to the card. */
  readonly onClose: (how: { readonly next: boolean; readonly byKey: boolean }) => void;
}

export function CaptionEditor({ row, label, onClose }: CaptionEditorProps) {
  const { edit } = useEditor();
  const { t } = useTranslation('canvas');
  const editable = useEditorState(mayEdit);
  const captionKey = useEditorState((state) => nodeCaptionKey(row, state));
  const property = captionProperty(label, captionKey);
  const { name, type } = property;
  const value = row.properties[name];
  const draft = useCaptionDraft(type, value);
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  /** The field is left because it is over already. */
  const isOver = useRef(false);
  const noteId = useId();
  const presence = useOwnEditing('node', row.id, name, editable);

  useEffect(() => field.current?.select(), []);

  const close = (how: { next: boolean; byKey: boolean }) => {
    isOver.current = true;
    onClose(how);
  };
  const save = (how: { next: boolean; byKey: boolean }) => {
    const half = field.current?.validity.badInput === true;
    if (!draft.isChanged && !half) return close(how);
    if (!editable) return;
    const result = draft.result();
    if ('problem' in result) return setProblem(said(result.problem));
    void edit(captionOps(row.id, label, property, result.value));
    close(how);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    // Enter may end an input method's conversion, and Esc take it back.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') save({ next: false, byKey: true });
    else if (event.key === 'Tab') save({ next: true, byKey: true });
    else if (event.key === 'Escape') close({ next: false, byKey: true });
    else return;
    event.preventDefault();
  };
  const onBlur = () => {
    presence.onBlur();
    if (!isOver.current && !draft.isOvertaken) save({ next: false, byKey: false });
  };

  const theirs =
    value === undefined || value === ''
      ? t('caption.emptied')
      : t('caption.changed', { value: isolated(formatValue(type, value, yesNo)) });
  const note =
    problem ??
    (!editable ? t('caption.readOnly') : undefined) ??
    (draft.isOvertaken ? theirs : undefined) ??
    (property.isNew ? t('caption.becomesProperty', { property: name, label: isolated(label.name) }) : undefined);
  return (
    <div className={styles['editor']}>
      <input
        {...inputKind(type)}
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: the person asked to type here
        autoFocus
        className={`nodrag nopan ${styles['field'] ?? ''}`}
        dir="auto"
        aria-label={t('caption.field', { property: name })}
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : noteId}
        placeholder={name}
        value={draft.text}
        readOnly={!editable}
        onChange={(event) => {
          draft.type(event.target.value);
          setProblem(undefined);
        }}
        onFocus={presence.onFocus}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      />
      {note !== undefined && (
        <p id={noteId} className={styles['note']} role={property.isNew && problem === undefined ? undefined : 'alert'}>
          {note}
        </p>
      )}
    </div>
  );
}
