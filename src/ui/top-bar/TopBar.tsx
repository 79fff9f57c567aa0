/** The bar over the canvas: the way home, the graph's title, and how things stand. */
import { useState } from 'react';
import { isolated } from '../../kit/bidi';
import { KumikoMark } from '../../kit/KumikoMark';
import { LIMITS } from '../../shared/limits';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { notify } from '../../store/editor-store';
import { ViewOnly } from '../access/ViewOnly';
import { People } from '../people/People';
import { ShareButton } from '../share/ShareButton';
import { UndoButtons } from '../undo-buttons/UndoButtons';
import { ConnectionStatus } from './ConnectionStatus';
import styles from './TopBar.module.css';

function Title() {
  const { store, edit } = useEditor();
  const editable = useEditorState(mayEdit);
  const title = useEditorState((state) => state.title) ?? 'Untitled graph';
  const [draft, setDraft] = useState<string>();
  const save = () => {
    const next = draft?.trim().toWellFormed();
    if (next !== undefined && next !== '' && next !== title) {
      if (editable) void edit([{ op: 'set_title', title: next }]);
      else notify(store, `The title “${isolated(next)}” was not saved: you cannot change this graph now.`);
    }
    setDraft(undefined);
  };
  return (
    <input
      className={styles['title']}
      dir="auto"
      readOnly={!editable}
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
  return (
    <header className={styles['bar']}>
      <a className={styles['home']} href="/" aria-label="All graphs">
        <KumikoMark size={26} />
      </a>
      <Title />
      <UndoButtons />
      <ConnectionStatus />
      <ViewOnly />
      <ShareButton />
      <People />
    </header>
  );
}
