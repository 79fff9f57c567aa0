import { useCallback } from 'react';
import type { NodeChange } from 'reactflow';
import { mayEdit } from '../store/access';
import { useEditor } from '../store/editor-context';
import type { FlowNode } from './flow-elements';
import type { FlowStore } from './flow-store';
import { moveOps } from './gestures';
import { shownDrag } from './presence/own-presence';

/** Takes what React Flow tells of nodes: shown at once, to the others as well while it goes on, and an edit when it is over. */
export function useMoves(flow: FlowStore): (changes: NodeChange<FlowNode>[]) => void {
  const { store, edit, showPresence } = useEditor();
  return useCallback(
    (changes) => {
      flow.changeNodes(changes);
      if (!mayEdit(store.getState())) return flow.putBack(changes);
      const drag = shownDrag(changes);
      if (drag !== undefined) showPresence(drag);
      const ops = moveOps(changes, store.getState().nodes);
      if (ops.length > 0) void edit(ops);
    },
    [flow, store, edit, showPresence],
  );
}
