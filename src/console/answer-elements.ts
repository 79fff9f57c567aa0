/** The nodes and edges in an answer, wherever they stand. */
import type { QueryValue } from '../engine/graph-engine';
import type { EdgeId, NodeId } from '../shared/graph/model';

/** What a value is, as far as the graph is concerned. */
export type Seen =
  | { readonly kind: 'node'; readonly id: NodeId; readonly label: string; readonly properties: Fields }
  | { readonly kind: 'edge'; readonly id: EdgeId; readonly type: string }
  | { readonly kind: 'path'; readonly nodes: readonly QueryValue[]; readonly edges: readonly QueryValue[] }
  | { readonly kind: 'value' };

export type Fields = Readonly<Record<string, QueryValue>>;

const VALUE: Seen = { kind: 'value' };

/** A value that only looks like a node is none in the graph: whoever uses the id finds nothing there. */
export function seenAs(value: QueryValue): Seen {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return VALUE;
  const { _nodes: nodes, _rels: edges, _label: label, id } = value;
  if (Array.isArray(nodes) && Array.isArray(edges)) return { kind: 'path', nodes, edges };
  if (typeof label !== 'string' || typeof id !== 'string') return VALUE;
  return '_src' in value ? { kind: 'edge', id, type: label } : { kind: 'node', id, label, properties: value };
}

export interface AnswerElements {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
}

/** All nodes and edges of an answer, in the order in which they come. */
export function elementsIn(rows: readonly (readonly QueryValue[])[]): AnswerElements {
  const nodes = new Set<NodeId>();
  const edges = new Set<EdgeId>();
  const look = (value: QueryValue) => {
    if (typeof value !== 'object' || value === null) return;
    const seen = seenAs(value);
    if (seen.kind === 'node') nodes.add(seen.id);
    else if (seen.kind === 'edge') edges.add(seen.id);
    else for (const each of Array.isArray(value) ? value : Object.values(value)) look(each);
  };
  for (const row of rows) for (const value of row) look(value);
  return { nodes, edges };
}

/** A value without what the database has for itself: its own ids and positions. */
export function plainly(value: QueryValue): QueryValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plainly);
  const isElement = '_label' in value || '_nodes' in value;
  const kept = Object.entries(value).filter(([key]) => !isElement || !INTERNAL.has(key));
  return Object.fromEntries(kept.map(([key, field]) => [key, plainly(field)]));
}

const INTERNAL: ReadonlySet<string> = new Set(['_id', '_src', '_dst', '_x', '_y']);
