/**
 * Graphs and pieces of graphs as text for people and other programs (docs/file-format.md): JSON, one
 * line for each label, edge type, node and edge. Files and the clipboard have the same form.
 */
import { z } from 'zod';
import { type GraphSnapshot, snapshotSchema } from '../graph/snapshot';
import { type Parsed, parseJson } from '../protocol/parse';

/** `format` grows when a file of a later kind could be misread by an earlier program. */
const HEAD = { form: 'kumiko-graph', format: 1 } as const;

const graphFileSchema = snapshotSchema
  // What names were before means something to edits under way alone.
  .omit({ former: true })
  .extend({ form: z.literal(HEAD.form), format: z.literal(HEAD.format) });

/** The text of a graph's file, in pieces. */
export function* graphFileText(graph: GraphSnapshot): Generator<string, void, undefined> {
  const { title, labels, edgeTypes, nodes, edges, views = [], rules = [] } = graph;
  const head = JSON.stringify(title === undefined ? HEAD : { ...HEAD, title });
  yield head.slice(0, -1);
  yield* list('labels', labels);
  yield* list('edgeTypes', edgeTypes);
  yield* list('nodes', nodes);
  yield* list('edges', edges);
  if (views.length > 0) yield* list('views', views);
  if (rules.length > 0) yield* list('rules', rules);
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

/** Whether text means to be a graph's file, however broken it may be. */
export function looksLikeGraphFile(text: string): boolean {
  const start = text.trimStart();
  return start.startsWith('{') && start.includes(`"${HEAD.form}"`);
}
