/**
 * Asks at the pointer which type a new edge gets: one of the graph's, or a new one typed here. Types that already join
 * these two labels come first. Enter takes the first, arrow keys choose, Esc lets go of the connection.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { isolated } from '../../kit/bidi';
import { Isolate } from '../../kit/Isolate';
import { TextInput } from '../../kit/TextInput';
import { foldName, nameProblem, tidyName } from '../../shared/graph/names';
import { useEditorState } from '../../store/editor-context';
import styles from './EdgeTypePicker.module.css';
import { edgeTypeChoices } from './edge-type-choices';

interface EdgeTypePickerProps {
  readonly source: string;
  readonly target: string;
  /** Client pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onPick: (type: string, isNew: boolean) => void;
  readonly onCancel: () => void;
}

/** Client pixels kept free around the picker, which is about this large. */
const SIZE = { width: 260, height: 280 };

export function EdgeTypePicker({ source, target, at, onPick, onCancel }: EdgeTypePickerProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const box = useRef<HTMLDialogElement>(null);
  const [listId, problemId] = [useId(), useId()];
  const fitting = useEditorState(useShallow((state) => edgeTypeChoices(state, source, target)));
  const taken = useEditorState((state) => state.labels.has(foldName(tidyName(typed))));

  const name = tidyName(typed);
  const matches = fitting.filter((type) => foldName(type).includes(foldName(name)));
  const isNew = name !== '' && !fitting.some((type) => foldName(type) === foldName(name));
  const choices = isNew ? [...matches, name] : matches;
  const problem = isNew
    ? (nameProblem(name) ?? (taken ? `"${isolated(name)}" is already a label.` : undefined))
    : undefined;
  const index = Math.min(chosen, choices.length - 1);

  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onCancel();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [onCancel]);

  const pick = (choice: number) => {
    const type = choices[choice];
    const typeIsNew = isNew && choice === choices.length - 1;
    if (type !== undefined && !(typeIsNew && problem !== undefined)) onPick(type, typeIsNew);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // These keys then belong to the input method: Enter ends its conversion, Esc takes it back.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') pick(index);
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'ArrowDown') setChosen(Math.min(index + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(index - 1, 0));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const left = Math.max(8, Math.min(at.x, window.innerWidth - SIZE.width - 8));
  const top = Math.max(8, Math.min(at.y, window.innerHeight - SIZE.height - 8));
  return (
    <dialog
      open
      ref={box}
      className={styles['picker']}
      style={{ left, top }}
      aria-label="Type of the new edge"
      onKeyDown={onKeyDown}
    >
      <TextInput
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-label="Edge type"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        aria-activedescendant={choices.length === 0 ? undefined : `${listId}-${index}`}
        placeholder={fitting.length === 0 ? 'Name the edge type, such as KNOWS' : 'Choose or name an edge type'}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
      />
      <div id={listId} role="listbox" className={styles['list']} aria-label="Edge types">
        {choices.map((type, position) => (
          <div
            key={type}
            id={`${listId}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === index}
            className={styles['choice']}
            onPointerMove={() => setChosen(position)}
            onClick={() => pick(position)}
            onKeyDown={onKeyDown}
          >
            {isNew && position === choices.length - 1 ? (
              <>
                New type "<Isolate>{type}</Isolate>"
              </>
            ) : (
              <Isolate>{type}</Isolate>
            )}
          </div>
        ))}
      </div>
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </dialog>
  );
}
