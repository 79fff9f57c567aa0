/** Rows made into what React Flow draws. An element keeps its identity while its row does, so that React passes over it. */
import type { Edge, Node } from 'reactflow';
import type { Position } from '../shared/graph/model';
import { NODE_SIZE } from '../store/node-size';
import type { EdgeRow, NodeRow } from '../store/rows';

/** Width and height of a handle, as GraphNode.module.css draws it: half of it lies outside of the card. */
export const HANDLE_SIZE = 12;

export type FlowNode = Node<{ readonly row: NodeRow }, 'graph'>;
/** `lane` of `lanes`: the edge's place among those between the same two nodes. */
export type FlowEdge = Edge<{ readonly row: EdgeRow; readonly lane: number; readonly lanes: number }, 'graph'>;

/**
 * A node as its row says, keeping what is React Flow's own: selection, and the gesture in progress.
 * @param elsewhere where to show it instead, while someone else drags it
 */
export function flowNode(row: NodeRow, previous: FlowNode | undefined, elsewhere?: Position): FlowNode {
  const place = elsewhere ?? row.position;
  if (previous === undefined) {
    return { id: row.id, type: 'graph', position: place, data: { row }, ...NODE_SIZE };
  }
  const position = previous.dragging ? previous.position : place;
  return { ...previous, position, data: { row } };
}

export function flowEdge(row: EdgeRow, lane: number, lanes: number, previous: FlowEdge | undefined): FlowEdge {
  const { data } = previous ?? {};
  if (previous !== undefined && data?.row === row && data.lane === lane && data.lanes === lanes) return previous;
  return { ...previous, id: row.id, type: 'graph', source: row.source, target: row.target, data: { row, lane, lanes } };
}
