/** Says of a field that what was typed in it is not part of the graph, and how it is not lost. */
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('inspector');
  return (
    <div className={styles['note']}>
      <p id={id} role="alert">
        {readOnly ? t('notSaved') : t('notSavedYet')}
      </p>
      {!readOnly && <Button onClick={onSave}>{t('save')}</Button>}
      {readOnly && text !== '' && <CopyButton text={() => text} />}
    </div>
  );
}
