/** What is selected, as text for the clipboard. */
import { deleteElements } from '../commands/delete-elements';
import { graphFileText } from '../shared/exchange/graph-file';
import { pieceOf } from '../shared/exchange/piece';
import type { Editor } from '../store/editor-context';
import type { EditorState } from '../store/editor-store';

/** The selected nodes with the edges among them; undefined when no node is selected. */
export function copiedText(state: EditorState): string | undefined {
  const piece = pieceOf(state, state.selectedNodes);
  return piece.nodes.length === 0 ? undefined : [...graphFileText(piece)].join('');
}

/** Takes away what `copiedText` has copied. Edges that are selected without their nodes stay. */
export function deleteCopied(editor: Editor): void {
  const { selectedNodes, nodes } = editor.store.getState();
  deleteElements(
    editor,
    selectedNodes.filter((id) => nodes.has(id)),
    [],
  );
}
