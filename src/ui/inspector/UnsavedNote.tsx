/** Says of a field that what was typed in it is not part of the graph, and how it is not lost. */
import { Button } from '../../kit/Button';
import { CopyButton } from '../../kit/CopyButton';
import styles from './UnsavedNote.module.css';

interface UnsavedNoteProps {
  readonly id: string;
  /** It cannot be saved just now. */
  readonly readOnly: boolean;
  /** What was typed. */
  readonly text: string;
  readonly onSave: () => void;
}

export function UnsavedNote({ id, readOnly, text, onSave }: UnsavedNoteProps) {
  return (
    <div className={styles['note']}>
      <p id={id} role="alert">
        {readOnly
          ? 'You cannot change this graph now. What you typed was not saved.'
          : 'You can go on. What you typed is not saved yet.'}
      </p>
      {!readOnly && <Button onClick={onSave}>Save it</Button>}
      {readOnly && text !== '' && <CopyButton text={() => text} />}
    </div>
  );
}
