/** Goes to what was found by exploring: hidden, it is shown for it. */
import type { CommandContext } from '../../commands/command';
import type { EdgeId, NodeId } from '../../shared/graph/model';
import type { EditorState } from '../../store/editor-store';
import { isEdgeAllowed, isNodeShown, showingAlways, showingOnly, type ViewFilter } from '../../store/view-filter';

export interface Found {
  readonly nodes: readonly NodeId[];
  readonly edges: readonly EdgeId[];
}

/** Shows these whatever hides them, and moves the view there. @param selected what of them is then selected */
export function reveal(context: CommandContext, found: Found, selected: Found = found): void {
  showAlso(context, found);
  context.canvas.select(selected.nodes, selected.edges);
}

/** The same, but for the selection, which stays. */
export function showAlso({ editor, canvas }: CommandContext, found: Found): void {
  editor.store.setState((state) => ({ viewFilter: withShown(state.viewFilter, found, state) }));
  canvas.show(found.nodes);
}

/** Shows nothing else. */
export function showAlone({ editor, canvas }: CommandContext, found: Found): void {
  editor.store.setState((state) => ({
    viewFilter: withShown(showingOnly(state.viewFilter, new Set(found.nodes)), found, state),
  }));
  canvas.show(found.nodes);
}

/** Exceptions only for what is hidden: the others stay subject to the filter. */
function withShown(
  filter: ViewFilter,
  found: Found,
  { nodes, edges }: Pick<EditorState, 'nodes' | 'edges'>,
): ViewFilter {
  const hiddenNodes = found.nodes.filter((id) => {
    const row = nodes.get(id);
    return row !== undefined && !isNodeShown(filter, row);
  });
  const hiddenEdges = found.edges.filter((id) => {
    const row = edges.get(id);
    return row !== undefined && !isEdgeAllowed(filter, row);
  });
  return hiddenNodes.length + hiddenEdges.length === 0 ? filter : showingAlways(filter, hiddenNodes, hiddenEdges);
}
