/** Undo and redo of one's own steps, as buttons and by the keyboard. */
import { Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shortcutWords } from '../../commands/shortcut';
import { Button } from '../../kit/Button';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './UndoButtons.module.css';

export function UndoButtons() {
  const { t } = useTranslation('topBar');
  const { undo, redo } = useEditor();
  const editable = useEditorState(mayEdit);
  const canUndo = useEditorState((state) => state.canUndo);
  const canRedo = useEditorState((state) => state.canRedo);
  const keys = (shortcut: string) => shortcutWords(shortcut, navigator.platform);
  return (
    <div className={styles['buttons']} data-off={!editable}>
      <Button
        look="quiet"
        aria-label={t('undo')}
        title={t('undoBy', { keys: keys('Mod+Z') })}
        disabled={!canUndo || !editable}
        onClick={undo}
      >
        <Undo2 size={16} aria-hidden />
      </Button>
      <Button
        look="quiet"
        aria-label={t('redo')}
        title={t('redoBy', { keys: keys('Mod+Shift+Z') })}
        disabled={!canRedo || !editable}
        onClick={redo}
      >
        <Redo2 size={16} aria-hidden />
      </Button>
    </div>
  );
}
