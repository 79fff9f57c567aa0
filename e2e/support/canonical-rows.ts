/** Rows of a whole graph, brought into one order and freed of the database's inner ids, so that tabs can be compared. */
import type { Row } from '../../src/engine/graph-engine';

export interface Rows {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

const INNER = new Set(['_id', '_src', '_dst']);

function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([key, each]) => !INNER.has(key) && each !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]));
}

const sorted = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(canonical(row))).sort();

export function canonicalRows(nodes: readonly Row[], edges: readonly Row[]): Rows {
  return { nodes: sorted(nodes), edges: sorted(edges) };
}
