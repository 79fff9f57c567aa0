/**
 * Graphs in files for people and other programs (docs/operating.md, "The file of a graph"): JSON, one line for each
 * label, edge type, node and edge.
 */
import { z } from 'zod';
import type { Graph } from '../../src/shared/graph/graph';
import type { Op } from '../../src/shared/graph/ops';
import { type GraphSnapshot, snapshotSchema, toSnapshot } from '../../src/shared/graph/snapshot';
import { LIMITS } from '../../src/shared/limits';
import { type Parsed, parseJson } from '../../src/shared/protocol/parse';

/** `format` grows when a file of a later kind could be misread by an earlier program. */
const HEAD = { form: 'kumiko-graph', format: 1 } as const;

const graphFileSchema = snapshotSchema.extend({ form: z.literal(HEAD.form), format: z.literal(HEAD.format) });

/** The text of a graph's file, in pieces. */
export function* graphFileText(graph: Graph): Generator<string, void, undefined> {
  const { title, labels, edgeTypes, nodes, edges } = toSnapshot(graph);
  const head = JSON.stringify(title === undefined ? HEAD : { ...HEAD, title });
  yield head.slice(0, -1);
  yield* list('labels', labels);
  yield* list('edgeTypes', edgeTypes);
  yield* list('nodes', nodes);
  yield* list('edges', edges);
  yield '\n}\n';
}

function* list(name: string, items: readonly unknown[]): Generator<string, void, undefined> {
  yield `,\n"${name}": [`;
  for (const [index, item] of items.entries()) yield `${index === 0 ? '' : ','}\n${JSON.stringify(item)}`;
  yield ']';
}

/** Reads a graph's file. What is wrong with it is said in a sentence. */
export function readGraphFile(text: string): Parsed<GraphSnapshot> {
  const file = parseJson(graphFileSchema, text);
  if (!file.ok) return file;
  const { form: _form, format: _format, ...graph } = file.value;
  return { ok: true, value: graph };
}

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

function* opsOf({ labels, edgeTypes, nodes, edges }: GraphSnapshot, title?: string): Generator<Op, void, undefined> {
  if (title !== undefined) yield { op: 'set_title', title };
  for (const { name, ...fields } of labels) yield { op: 'create_label', label: name, ...fields };
  for (const { name, ...fields } of edgeTypes) yield { op: 'create_edge_type', type: name, ...fields };
  for (const { id, ...fields } of nodes) yield { op: 'create_node', nodeId: id, ...fields };
  for (const { id, ...fields } of edges) yield { op: 'create_edge', edgeId: id, ...fields };
}
