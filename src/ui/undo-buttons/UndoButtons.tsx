/** Undo and redo of one's own steps, as buttons that say what they would take back. */
import { type LucideIcon, Redo2, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcutWords } from '../../commands/shortcut';
import { turnWords } from '../../commands/step-words';
import { Button } from '../../kit/Button';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './UndoButtons.module.css';

const TURNS = {
  undo: { icon: Undo2, keys: 'Mod+Z' },
  redo: { icon: Redo2, keys: 'Mod+Shift+Z' },
} as const satisfies Record<string, { icon: LucideIcon; keys: string }>;

function TurnButton({ turn }: { turn: keyof typeof TURNS }) {
  const { t, i18n } = useTranslation('topBar');
  const editor = useEditor();
  const { store } = editor;
  const { icon: Icon, keys } = TURNS[turn];
  const editable = useEditorState(mayEdit);
  const step = useEditorState((state) => (turn === 'undo' ? state.nextUndo : state.nextRedo));
  const labels = useEditorState((state) => state.labels);
  // Not with every row that comes: a step may be large, and is called what it was when it was made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the words are made of besides the store
  const words = useMemo(() => turnWords(turn, store.getState()), [turn, store, step, labels, i18n.language]);
  return (
    <Button
      look="quiet"
      aria-label={words}
      title={t('withKeys', { words, keys: shortcutWords(keys, navigator.platform) })}
      disabled={step === undefined || !editable}
      onClick={() => editor[turn]()}
    >
      <Icon size={16} aria-hidden />
    </Button>
  );
}

export function UndoButtons() {
  const editable = useEditorState(mayEdit);
  return (
    <div className={styles['buttons']} data-off={!editable}>
      <TurnButton turn="undo" />
      <TurnButton turn="redo" />
    </div>
  );
}
