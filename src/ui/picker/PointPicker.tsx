/**
 * A small list at a point of the screen, with a field that narrows it down: Enter takes the first, arrow keys and Tab choose,
 * Esc or a press elsewhere lets go.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { TextInput } from '../../kit/TextInput';
import styles from './PointPicker.module.css';

export interface PickerChoice {
  /** Unique among the choices. */
  readonly key: string;
  readonly face: ReactNode;
}

/** What is said of the picker: its name, its field's, its list's, and what stands in the empty field. */
export interface PickerWords {
  readonly title: string;
  readonly field: string;
  readonly list: string;
  readonly placeholder: string;
}

interface PointPickerProps {
  readonly words: PickerWords;
  /** Client pixels. */
  readonly at: { readonly x: number; readonly y: number };
  /** Stands above the field. */
  readonly head?: ReactNode;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly choices: readonly PickerChoice[];
  /** Why what is typed cannot be taken. */
  readonly problem?: string | undefined;
  readonly onPick: (key: string) => void;
  readonly onCancel: () => void;
  /** This choice is the one that Enter takes now; undefined when there is none. */
  readonly onConsider?: ((key: string | undefined) => void) | undefined;
}

/** Client pixels kept free around the picker, which is about this large. */
const SIZE = { width: 260, height: 300 };

export function PointPicker(props: PointPickerProps) {
  const { words, at, head, typed, onType, choices, problem, onPick, onCancel, onConsider } = props;
  const [chosen, setChosen] = useState(0);
  const box = useRef<HTMLDialogElement>(null);
  const [listId, problemId] = [useId(), useId()];
  const index = Math.min(chosen, choices.length - 1);
  const considered = choices[index]?.key;

  useEffect(() => onConsider?.(considered), [onConsider, considered]);
  useEffect(() => {
    document.getElementById(`${listId}-${index}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [listId, index]);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onCancel();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [onCancel]);

  const onKeyDown = (event: KeyboardEvent) => {
    // These keys then belong to the input method: Enter ends its conversion, Esc takes it back.
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    if (key === 'Enter') considered !== undefined && onPick(considered);
    else if (key === 'Escape') onCancel();
    else if (key === 'ArrowDown' || (key === 'Tab' && !shiftKey)) setChosen(Math.min(index + 1, choices.length - 1));
    else if (key === 'ArrowUp' || key === 'Tab') setChosen(Math.max(index - 1, 0));
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
      aria-label={words.title}
      onKeyDown={onKeyDown}
    >
      {head}
      <TextInput
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-label={words.field}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        aria-activedescendant={choices.length === 0 ? undefined : `${listId}-${index}`}
        placeholder={words.placeholder}
        value={typed}
        onChange={(event) => {
          onType(event.target.value);
          setChosen(0);
        }}
      />
      <div id={listId} role="listbox" className={styles['list']} aria-label={words.list}>
        {choices.map(({ key, face }, position) => (
          <div
            key={key}
            id={`${listId}-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === index}
            className={styles['choice']}
            onPointerMove={() => setChosen(position)}
            onClick={() => onPick(key)}
            onKeyDown={onKeyDown}
          >
            {face}
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
