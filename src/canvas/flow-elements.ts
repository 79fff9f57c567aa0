/** Rows made into what React Flow draws. An element keeps its identity while its row does, so that React passes over it. */
import type { Edge, Node } from 'reactflow';
import { shallow } from 'zustand/vanilla/shallow';
import type { NodeId, Position } from '../shared/graph/model';
import type { CardSize } from '../store/node-size';
import type { EdgeRow, NodeRow } from '../store/rows';

/** Width and height of a handle, as GraphNode.module.css draws it: half of it lies outside of the card. */
export const HANDLE_SIZE = 12;

/** React Flow would have screen readers call them "node" and "edge", in English. */
const EDGE_ARIA = { 'aria-roledescription': undefined };

/** Where a card has the words that a node is called by, such as "Person Ada". */
export const wordsId = (id: NodeId, part: 'label' | 'caption' | 'measured' | 'locked') => `${part}-${id}`;

function nodeAria(id: NodeId) {
  return {
    ...EDGE_ARIA,
    'aria-labelledby': `${wordsId(id, 'label')} ${wordsId(id, 'caption')} ${wordsId(id, 'measured')} ${wordsId(id, 'locked')}`,
  };
}

export type FlowNode = Node<{ readonly row: NodeRow; readonly locked?: true }, 'graph'>;
export type FlowEdge = Edge<
  {
    readonly row: EdgeRow;
    /** Its place of `lanes` among the edges between the same two nodes. */
    readonly lane: number;
    readonly lanes: number;
    /** Of the cards that it joins. */
    readonly sourceSize: CardSize;
    readonly targetSize: CardSize;
  },
  'graph'
>;

/**
 * A node as its row says, keeping what is React Flow's own: selection, and the gesture in progress.
 * @param elsewhere where to show it instead, while someone else drags it
 */
export function flowNode(row: NodeRow, size: CardSize, previous: FlowNode | undefined, elsewhere?: Position): FlowNode {
  const place = elsewhere ?? row.position;
  if (previous === undefined) {
    return { id: row.id, type: 'graph', position: place, data: { row }, domAttributes: nodeAria(row.id), ...size };
  }
  const position = previous.dragging ? previous.position : place;
  return { ...previous, position, data: { row }, ...size };
}

/** The node as one that is locked, or is not: locked, it is not dragged. The same object when it is so already. */
export function asLocked(node: FlowNode, locked: boolean): FlowNode {
  if ((node.data.locked === true) === locked) return node;
  const { draggable: _before, ...free } = node;
  const { row } = node.data;
  return locked ? { ...free, draggable: false, data: { row, locked } } : { ...free, data: { row } };
}

/** The node with a card of this size; the same object when it has it already. */
export function asSized(node: FlowNode, size: CardSize): FlowNode {
  return node.width === size.width && node.height === size.height ? node : { ...node, ...size };
}

/** An edge as its row says; the previous object when it is drawn so already. */
export function flowEdge(
  row: EdgeRow,
  lane: number,
  lanes: number,
  sizeOf: (id: NodeId) => CardSize,
  previous: FlowEdge | undefined,
): FlowEdge {
  const { id, source, target } = row;
  const data = { row, lane, lanes, sourceSize: sizeOf(source), targetSize: sizeOf(target) };
  if (previous?.data !== undefined && shallow(previous.data, data)) return previous;
  return { ...previous, id, type: 'graph', source, target, data, domAttributes: EDGE_ARIA };
}

/** The edge between cards of these sizes; the same object when it is so already. */
export function asJoined(edge: FlowEdge, sizeOf: (id: NodeId) => CardSize): FlowEdge {
  return edge.data === undefined ? edge : flowEdge(edge.data.row, edge.data.lane, edge.data.lanes, sizeOf, edge);
}
