/** Gestures made into ops. Each gesture is one patch. */
import type { NodeChange } from 'reactflow';
import type { NodeId, Position } from '../shared/graph/model';
import { newEdgeId, newNodeId } from '../shared/graph/new-ids';
import type { Op } from '../shared/graph/ops';
import type { NodeRow } from '../store/rows';
import { type FlowNode, NODE_SIZE } from './flow-elements';

/** Whole canvas units: nobody sees less, and values stay short. `+ 0` keeps minus zero out. */
export function tidy({ x, y }: Position): Position {
  return { x: Math.round(x) + 0, y: Math.round(y) + 0 };
}

/** A new node with its middle at `point`. */
export function createNodeOps(label: string, point: Position): { nodeId: NodeId; ops: Op[] } {
  const nodeId = newNodeId();
  const position = tidy({ x: point.x - NODE_SIZE.width / 2, y: point.y - NODE_SIZE.height / 2 });
  return { nodeId, ops: [{ op: 'create_node', nodeId, label, position, properties: {} }] };
}

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

/** A new edge; with `newType`, its edge type is created with it. */
export function createEdgeOps(source: NodeId, target: NodeId, type: string, newType: boolean): Op[] {
  const create: Op[] = newType ? [{ op: 'create_edge_type', type, properties: {} }] : [];
  return [...create, { op: 'create_edge', edgeId: newEdgeId(), type, source, target, properties: {} }];
}
