/** Says beside a field that someone else has just changed what is in it, and what becomes of what is being typed. */
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import styles from './OverwrittenNote.module.css';

interface OverwrittenNoteProps {
  readonly id: string;
  /** Who did; undefined when nobody has. */
  readonly name: string | undefined;
  /** What is there by now, as it is shown; empty when there is nothing. */
  readonly shown: string;
  /** Something was typed that is not saved. */
  readonly unsaved: boolean;
}

export function OverwrittenNote({ id, name, shown, unsaved }: OverwrittenNoteProps) {
  const { t } = useTranslation('together');
  const who = { name: isolated(name ?? '') };
  const what = shown === '' ? t('emptiedByOther', who) : t('changedByOther', { ...who, value: isolated(shown) });
  return (
    // There before it says anything: screen readers tell what changes in it.
    <p id={id} className={styles['note']} aria-live="polite">
      {name !== undefined && `${what} ${unsaved ? t('enterReplaces') : ''}`.trim()}
    </p>
  );
}
