/** Gestures made into ops. Each gesture is one patch. */
import type { NodeChange } from 'reactflow';
import { tidy } from '../commands/create-ops';
import type { NodeId } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import type { NodeRow } from '../store/rows';
import type { FlowNode } from './flow-elements';

/** Moves that a gesture ended with (a drag let go, an arrow key), but for those that lead to where the node was. */
export function moveOps(changes: readonly NodeChange<FlowNode>[], rows: ReadonlyMap<NodeId, NodeRow>): Op[] {
  const ops: Op[] = [];
  for (const change of changes) {
    if (change.type !== 'position' || change.dragging || change.position === undefined) continue;
    const position = tidy(change.position);
    const was = rows.get(change.id)?.position;
    if (was !== undefined && (was.x !== position.x || was.y !== position.y)) {
      ops.push({ op: 'move_node', nodeId: change.id, position });
    }
  }
  return ops;
}
