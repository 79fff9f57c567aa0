/** What is made by hand, as ops. */
import { freshColor } from '../kit/colors';
import { iconForName } from '../kit/icons';
import type { ElementType, NodeId, Position } from '../shared/graph/model';
import { newEdgeId, newNodeId } from '../shared/graph/new-ids';
import type { Op } from '../shared/graph/ops';
import type { NodePlan } from '../store/making';
import { cardSize } from '../store/node-size';

/** Whole canvas units: nobody sees less, and values stay short. `+ 0` keeps minus zero out. */
export function tidy({ x, y }: Position): Position {
  return { x: Math.round(x) + 0, y: Math.round(y) + 0 };
}

/** A new label with a name to caption its nodes by, in a colour and with an icon that fit. */
export function createLabelOp(name: string, labels: ReadonlyMap<string, ElementType>): Op & { op: 'create_label' } {
  const color = freshColor(Array.from(labels.values(), (label) => label.style.color));
  return {
    op: 'create_label',
    label: name,
    properties: { name: 'STRING' },
    style: { color, icon: iconForName(name), caption: 'name' },
  };
}

/** A new node with its middle at `point`. */
export function createNodeOps(
  label: string,
  point: Position,
  labels: ReadonlyMap<string, ElementType>,
): { nodeId: NodeId; ops: Op[] } {
  const nodeId = newNodeId();
  const { width, height } = cardSize(label, labels);
  const position = tidy({ x: point.x - width / 2, y: point.y - height / 2 });
  return { nodeId, ops: [{ op: 'create_node', nodeId, label, position, properties: {} }] };
}

/** A new node, and its label where that is to be made with it. */
export function plannedNodeOps(
  { label, newLabel, point }: NodePlan,
  labels: ReadonlyMap<string, ElementType>,
): { nodeId: NodeId; ops: Op[] } {
  const { nodeId, ops } = createNodeOps(label, point, labels);
  return { nodeId, ops: newLabel ? [createLabelOp(label, labels), ...ops] : ops };
}

/** A new edge; with `newType`, its edge type is created with it. */
export function createEdgeOps(source: NodeId, target: NodeId, type: string, newType: boolean): Op[] {
  const create: Op[] = newType ? [{ op: 'create_edge_type', type, properties: {} }] : [];
  return [...create, { op: 'create_edge', edgeId: newEdgeId(), type, source, target, properties: {} }];
}
