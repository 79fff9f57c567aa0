/** The patches that make a whole graph out of nothing. */
import type { Op } from '../graph/ops';
import type { GraphSnapshot } from '../graph/snapshot';
import { LIMITS } from '../limits';

/** Ops of one patch: what a drawing hand could send, and what one turn of the server's loop takes easily. */
const OPS_PER_PATCH = Math.min(500, LIMITS.opsPerPatch);

/** The patches that make a graph out of nothing. */
export function* patchesOf(graph: GraphSnapshot, title = graph.title): Generator<readonly Op[], void, undefined> {
  let ops: Op[] = [];
  for (const op of opsOf(graph, title)) {
    ops.push(op);
    if (ops.length < OPS_PER_PATCH) continue;
    yield ops;
    ops = [];
  }
  if (ops.length > 0) yield ops;
}

function* opsOf(
  { labels, edgeTypes, nodes, edges, views = [], rules = [] }: GraphSnapshot,
  title?: string,
): Generator<Op, void, undefined> {
  if (title !== undefined) yield { op: 'set_title', title };
  for (const { name, ...fields } of labels) yield { op: 'create_label', label: name, ...fields };
  for (const { name, ...fields } of edgeTypes) yield { op: 'create_edge_type', type: name, ...fields };
  for (const { id, ...fields } of nodes) yield { op: 'create_node', nodeId: id, ...fields };
  for (const { id, ...fields } of edges) yield { op: 'create_edge', edgeId: id, ...fields };
  for (const view of views) yield { op: 'put_view', view };
  for (const rule of rules) yield { op: 'put_rule', rule };
}
