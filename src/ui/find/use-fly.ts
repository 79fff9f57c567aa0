/** Goes to what was found: selects it and moves the view there; what is hidden is shown for it. */
import { useCallback } from 'react';
import { useCommands } from '../../commands/commands-context';
import type { NodeId } from '../../shared/graph/model';
import { useEditor } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import { isEdgeAllowed, isNodeShown, showingAlways } from '../../store/view-filter';
import type { Found } from './results';

/** The node, or those at the ends of the edge. */
function nodesOf(found: Found): NodeId[] {
  return found.kind === 'node' ? [found.row.id] : [found.row.source, found.row.target];
}

/** Whether the canvas has it. */
export function isFoundShown({ viewFilter, nodes }: Pick<EditorState, 'viewFilter' | 'nodes'>, found: Found): boolean {
  const areNodesShown = nodesOf(found).every((id) => {
    const row = nodes.get(id);
    return row === undefined || isNodeShown(viewFilter, row);
  });
  return areNodesShown && (found.kind === 'node' || isEdgeAllowed(viewFilter, found.row));
}

export function useFly(): (found: Found) => void {
  const { store } = useEditor();
  const { canvas } = useCommands().context;
  return useCallback(
    (found: Found) => {
      const nodes = nodesOf(found);
      const edges = found.kind === 'edge' ? [found.row.id] : [];
      const { viewFilter } = store.getState();
      if (!isFoundShown(store.getState(), found)) {
        store.setState({ viewFilter: showingAlways(viewFilter, nodes, edges) });
      }
      canvas.select(found.kind === 'node' ? nodes : [], edges);
      canvas.show(nodes);
    },
    [store, canvas],
  );
}
