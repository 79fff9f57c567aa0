/** Where an edge on the canvas begins and ends, for what is drawn at its ends. */
import type { ReactFlowInstance } from 'reactflow';
import { type Box, coursePath, type Point } from '../../kit/edge-geometry';
import type { EdgeId } from '../../shared/graph/model';
import type { FlowEdge, FlowNode } from '../flow-elements';
import { boxOf } from '../node-box';

export type End = 'source' | 'target';

/** One end of an edge: the point on the border of its node, and the node's box. */
export interface EdgeEnd {
  readonly point: Point;
  readonly box: Box;
}

/** @returns undefined when the edge is not on the canvas */
export function endsOf(
  { getEdge, getNode }: ReactFlowInstance<FlowNode, FlowEdge>,
  id: EdgeId,
): Readonly<Record<End, EdgeEnd>> | undefined {
  const edge = getEdge(id);
  const [source, target] = [getNode(edge?.source ?? ''), getNode(edge?.target ?? '')];
  if (edge?.data === undefined || source === undefined || target === undefined) return undefined;
  const { lane, lanes } = edge.data;
  const [from, to] = [boxOf(source), boxOf(target)];
  const { ends } = coursePath({ source: source.id, target: target.id, lane, lanes }, from, to);
  return { source: { point: ends[0], box: from }, target: { point: ends[1], box: to } };
}

/** How far from the node's border an end is taken hold of, in canvas units: on the border one connects anew. */
const APART = 16;

/** Where an end is taken hold of: outside of its node, on the way from the node's middle. */
export function gripOf({ point, box }: EdgeEnd): Point {
  const [dx, dy] = [point.x - (box.x + box.width / 2), point.y - (box.y + box.height / 2)];
  const length = Math.hypot(dx, dy) || 1;
  return { x: point.x + (dx / length) * APART, y: point.y + (dy / length) * APART };
}
