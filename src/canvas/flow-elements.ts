/** Rows made into what React Flow draws. An element keeps its identity while its row does, so that React passes over it. */
import type { Edge, Node } from 'reactflow';
import type { NodeId, Position } from '../shared/graph/model';
import { NODE_SIZE } from '../store/node-size';
import type { EdgeRow, NodeRow } from '../store/rows';

/** Width and height of a handle, as GraphNode.module.css draws it: half of it lies outside of the card. */
export const HANDLE_SIZE = 12;

/** React Flow would have screen readers call them "node" and "edge", in English. */
const EDGE_ARIA = { 'aria-roledescription': undefined };

/** Where a card has the words that a node is called by, such as "Person Ada". */
export const wordsId = (id: NodeId, part: 'label' | 'caption' | 'locked') => `${part}-${id}`;

function nodeAria(id: NodeId) {
  return {
    ...EDGE_ARIA,
    'aria-labelledby': `${wordsId(id, 'label')} ${wordsId(id, 'caption')} ${wordsId(id, 'locked')}`,
  };
}

export type FlowNode = Node<{ readonly row: NodeRow; readonly locked?: true }, 'graph'>;
/** `lane` of `lanes`: the edge's place among those between the same two nodes. */
export type FlowEdge = Edge<{ readonly row: EdgeRow; readonly lane: number; readonly lanes: number }, 'graph'>;

/**
 * A node as its row says, keeping what is React Flow's own: selection, and the gesture in progress.
 * @param elsewhere where to show it instead, while someone else drags it
 */
export function flowNode(row: NodeRow, previous: FlowNode | undefined, elsewhere?: Position): FlowNode {
  const place = elsewhere ?? row.position;
  if (previous === undefined) {
    return { id: row.id, type: 'graph', position: place, data: { row }, domAttributes: nodeAria(row.id), ...NODE_SIZE };
  }
  const position = previous.dragging ? previous.position : place;
  return { ...previous, position, data: { row } };
}

/** The node as one that is locked, or is not: locked, it is not dragged. The same object when it is so already. */
export function asLocked(node: FlowNode, locked: boolean): FlowNode {
  if ((node.data.locked === true) === locked) return node;
  const { draggable: _before, ...free } = node;
  const { row } = node.data;
  return locked ? { ...free, draggable: false, data: { row, locked } } : { ...free, data: { row } };
}

export function flowEdge(row: EdgeRow, lane: number, lanes: number, previous: FlowEdge | undefined): FlowEdge {
  const { data } = previous ?? {};
  if (previous !== undefined && data?.row === row && data.lane === lane && data.lanes === lanes) return previous;
  const { id, source, target } = row;
  return { ...previous, id, type: 'graph', source, target, data: { row, lane, lanes }, domAttributes: EDGE_ARIA };
}
