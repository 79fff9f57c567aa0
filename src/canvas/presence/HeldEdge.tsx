/** A light under an edge that someone else has selected. */
import { memo } from 'react';
import { type ReactFlowInstance, useStore as useFlow, useReactFlow } from 'reactflow';
import { coursePath } from '../../kit/edge-geometry';
import type { EdgeId } from '../../shared/graph/model';
import type { FlowEdge, FlowNode } from '../flow-elements';
import { boxOf } from '../node-box';

type Flow = ReactFlowInstance<FlowNode, FlowEdge>;

/** SVG path data; undefined when the edge is not on the canvas. */
function pathOf({ getEdge, getNode }: Flow, id: EdgeId): string | undefined {
  const edge = getEdge(id);
  const [source, target] = [getNode(edge?.source ?? ''), getNode(edge?.target ?? '')];
  if (edge?.data === undefined || source === undefined || target === undefined) return undefined;
  const { lane, lanes } = edge.data;
  const course = { source: source.id, target: target.id, lane, lanes };
  return coursePath(course, boxOf(source), boxOf(target)).path;
}

export const HeldEdge = memo(function HeldEdge({ id, color }: { id: EdgeId; color: string }) {
  const flow: Flow = useReactFlow();
  // Looked up anew with every change of the canvas; drawn anew when it comes to another path.
  const path = useFlow(() => pathOf(flow, id));
  if (path === undefined) return null;
  return <path d={path} data-testid="peer-selection" data-of={id} style={{ '--person-color': color }} />;
});
