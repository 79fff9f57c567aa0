/**
 * The revision of the rows, a little late: for what looks at the whole graph and need not do so for every edit of others,
 * which may come with every frame.
 */
import { useEffect, useState } from 'react';
import { useEditor, useEditorState } from '../../store/editor-context';

/** At most so often, in milliseconds. */
const PACE = 400;

export function useSettledRevision(): number {
  const revision = useEditorState((state) => state.rowsRevision);
  const [settled, setSettled] = useState(revision);
  const isBehind = settled !== revision;
  const { store } = useEditor();
  useEffect(() => {
    if (!isBehind || settled === store.getState().rowsRevision) return;
    const timer = setTimeout(() => setSettled(store.getState().rowsRevision), PACE);
    return () => clearTimeout(timer);
  }, [isBehind, settled, store]);
  return settled;
}
