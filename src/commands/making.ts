/**
 * Making nodes and edges by hand, step by step: what is not clear yet is asked for (`store.making`), and only when all is
 * known it becomes one edit. Esc at any step leaves the graph as it was.
 */
import type { NodeId, Position } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { EditorState } from '../store/editor-store';
import type { NodePlan } from '../store/making';
import { cardSize, NODE_SIZE } from '../store/node-size';
import type { NodeRow } from '../store/rows';
import type { CommandContext } from './command';
import { createEdgeOps, plannedNodeOps } from './create-ops';
import { endsOps } from './edge-commands';

/** The label that a new node has when the person does not say: the one used last, or the first. */
export function usualLabel({ labels, lastLabel }: Pick<EditorState, 'labels' | 'lastLabel'>): string | undefined {
  const last = lastLabel === undefined ? undefined : labels.get(foldName(lastLabel));
  return (last ?? labels.values().next().value)?.name;
}

/** Makes a node; its caption is then to be typed in its card. */
export function makeNode(context: CommandContext, plan: NodePlan): void {
  const { nodeId, ops } = plannedNodeOps(plan, context.editor.store.getState().labels);
  void context.editor.edit(ops);
  showNew(context, nodeId, plan.label);
}

function showNew({ editor, canvas }: CommandContext, nodeId: NodeId, label: string): void {
  canvas.selectWhenDrawn([nodeId]);
  editor.store.setState({ making: undefined, captionInEdit: nodeId, lastLabel: label });
}

/** Begins a node with its middle at `point`: of the usual label, or, where there is none yet, of one that is asked for. */
export function beginNode(context: CommandContext, point: Position): void {
  const label = usualLabel(context.editor.store.getState());
  if (label === undefined) context.editor.store.setState({ making: { asks: 'label', point } });
  else makeNode(context, { label, newLabel: false, point });
}

/** Begins a node at `point` that is to be connected with `from`. Its label is asked for unless there is only one. */
export function beginConnectedNode({ editor }: CommandContext, from: NodeId, point: Position): void {
  const { labels } = editor.store.getState();
  const [only, another] = labels.values();
  const to = only !== undefined && another === undefined && { label: only.name, newLabel: false, point };
  editor.store.setState({ making: to ? { asks: 'edge type', from, to, point } : { asks: 'label', from, point } });
}

/** Begins an edge between two nodes that are there. @param point where its type is asked for */
export function beginEdge({ editor }: CommandContext, from: NodeId, to: NodeId, point: Position): void {
  editor.store.setState({ making: { asks: 'edge type', from, to, point }, candidate: undefined });
}

/** The label of a node that is being made was chosen. */
export function takeLabel(context: CommandContext, label: string, newLabel: boolean): void {
  const { making } = context.editor.store.getState();
  if (making?.asks !== 'label') return;
  const { from, point } = making;
  const to = { label, newLabel, point };
  if (from === undefined) makeNode(context, to);
  else context.editor.store.setState({ making: { asks: 'edge type', from, to, point } });
}

/** The node to connect to was chosen. */
export function takeTarget(context: CommandContext, target: NodeId): void {
  const { making, nodes, labels } = context.editor.store.getState();
  const row = nodes.get(target);
  if (making?.asks === 'target' && row !== undefined) beginEdge(context, making.from, target, middleOf(row, labels));
}

/** The node that an end of an edge is to be at was chosen. */
export function takeEnd({ editor }: CommandContext, node: NodeId): void {
  const { making, edges } = editor.store.getState();
  if (making?.asks !== 'end') return;
  const row = edges.get(making.edge);
  const ops = row === undefined ? [] : endsOps(row, making.end, node);
  editor.store.setState({ making: undefined, candidate: undefined });
  if (ops.length > 0) void editor.edit(ops);
}

/** The type of an edge that is being made was chosen: all is known, and made in one edit. */
export function takeEdgeType(context: CommandContext, type: string, newType: boolean): void {
  const { editor } = context;
  const { making, labels } = editor.store.getState();
  if (making?.asks !== 'edge type') return;
  const { from, to } = making;
  if (typeof to === 'string') {
    editor.store.setState({ making: undefined });
    void editor.edit(createEdgeOps(from, to, type, newType));
    return;
  }
  const { nodeId, ops } = plannedNodeOps(to, labels);
  void editor.edit([...ops, ...createEdgeOps(from, nodeId, type, newType)]);
  showNew(context, nodeId, to.label);
}

/** The edge that is being made between two nodes is to lead the other way round. */
export function reverseEdge({ editor }: CommandContext): void {
  const { making } = editor.store.getState();
  if (making?.asks !== 'edge type' || typeof making.to !== 'string') return;
  editor.store.setState({ making: { ...making, from: making.to, to: making.from } });
}

/** Lets go of what is being made. */
export function stopMaking({ editor }: CommandContext): void {
  editor.store.setState({ making: undefined, candidate: undefined });
}

/** The middle of a node's card. */
export function middleOf(
  { position, label }: Pick<NodeRow, 'position' | 'label'>,
  labels: EditorState['labels'],
): Position {
  const { width, height } = cardSize(label, labels);
  return { x: position.x + width / 2, y: position.y + height / 2 };
}

/** Space between nodes that are made one after the other in the same place. */
const GAP = 24;

/** The middle for a new node of the usual size: at `point`, or below what lies there already. */
export function freeSpot(point: Position, { nodes, labels }: Pick<EditorState, 'nodes' | 'labels'>): Position {
  const there = Array.from(nodes.values(), (row) => ({ ...middleOf(row, labels), ...cardSize(row.label, labels) }));
  const isTaken = ({ x, y }: Position) =>
    there.some(
      (other) =>
        2 * Math.abs(other.x - x) < other.width + NODE_SIZE.width &&
        2 * Math.abs(other.y - y) < other.height + NODE_SIZE.height,
    );
  let free = point;
  while (isTaken(free)) free = { x: free.x, y: free.y + NODE_SIZE.height + GAP };
  return free;
}
