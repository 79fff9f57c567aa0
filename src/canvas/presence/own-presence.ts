/** What the person does on the canvas, as the others are shown it. */
import type { NodeChange } from 'reactflow';
import { tidy } from '../../commands/create-ops';
import type { EdgeId, NodeId, Position } from '../../shared/graph/model';
import { LIMITS } from '../../shared/limits';
import type { PresenceChange } from '../../shared/protocol/presence';
import type { FlowNode } from '../flow-elements';

/** Whether a place can be told: one too far out would be refused with all that is told with it. */
function isWithin({ x, y }: Position): boolean {
  return Math.abs(x) <= LIMITS.coordinate && Math.abs(y) <= LIMITS.coordinate;
}

/** @param point where the pointer is, in canvas units; undefined when it is not on the canvas */
export function shownCursor(point: Position | undefined): PresenceChange {
  return { cursor: point !== undefined && isWithin(point) ? tidy(point) : null };
}

export function shownSelection(nodes: readonly NodeId[], edges: readonly EdgeId[]): PresenceChange {
  const most = LIMITS.presenceItems;
  return { selection: { nodes: nodes.slice(0, most), edges: edges.slice(0, most) } };
}

/** What changes of nodes say of a drag: where it is, or that it is over. Undefined when they are about other things. */
export function shownDrag(changes: readonly NodeChange<FlowNode>[]): PresenceChange | undefined {
  const moves = changes.filter((change) => change.type === 'position');
  if (moves.length === 0) return undefined;
  const drag = moves.flatMap(({ id: nodeId, position, dragging }) =>
    dragging === true && position !== undefined && isWithin(position) ? [{ nodeId, position: tidy(position) }] : [],
  );
  return { drag: drag.slice(0, LIMITS.presenceItems) };
}
