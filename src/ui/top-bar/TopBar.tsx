/** The bar over the canvas: the way home, the graph's title, and how things stand. */
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../kit/Button';
import { KumikoMark } from '../../kit/KumikoMark';
import { LIMITS } from '../../shared/limits';
import { useEditor, useEditorState } from '../../store/editor-context';
import { notify } from '../../store/editor-store';
import { People } from '../people/People';
import { UndoButtons } from '../undo-buttons/UndoButtons';
import { ConnectionStatus } from './ConnectionStatus';
import styles from './TopBar.module.css';

function Title() {
  const { edit } = useEditor();
  const title = useEditorState((state) => state.title) ?? 'Untitled graph';
  const [draft, setDraft] = useState<string>();
  const save = () => {
    const next = draft?.trim().toWellFormed();
    if (next !== undefined && next !== '' && next !== title) void edit([{ op: 'set_title', title: next }]);
    setDraft(undefined);
  };
  return (
    <input
      className={styles['title']}
      aria-label="Title of the graph"
      value={draft ?? title}
      maxLength={LIMITS.titleLength}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        // Enter may end an input method's conversion, and Esc take it back: that is the input method's.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(undefined);
      }}
    />
  );
}

export function TopBar() {
  const { store } = useEditor();
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      notify(store, 'The link is copied. Whoever opens it edits this graph with you.');
    } catch {
      notify(store, `Copying is not allowed here. The link is ${location.href}`);
    }
  };
  return (
    <header className={styles['bar']}>
      <a className={styles['home']} href="/" aria-label="All graphs">
        <KumikoMark size={26} />
      </a>
      <Title />
      <UndoButtons />
      <ConnectionStatus />
      <Button onClick={() => void copyLink()}>
        <Link2 size={15} aria-hidden /> <span className={styles['wide']}>Copy link</span>
      </Button>
      <People />
    </header>
  );
}
