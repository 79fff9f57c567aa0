/** Every statement that changes nodes and edges. */

import { quoted } from '../../shared/cypher/cypher-text';
import type { PropertyType } from '../../shared/graph/values';
import { type Cell, cast, type Write } from './write';

export interface Column {
  readonly name: string;
  readonly type: PropertyType;
}

/** What every node has besides its properties, in the order of its first cells. */
export const NODE_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'STRING' },
  { name: '_x', type: 'DOUBLE' },
  { name: '_y', type: 'DOUBLE' },
];
export const EDGE_COLUMNS: readonly Column[] = [{ name: 'id', type: 'STRING' }];

/** An edge type with the labels of both ends: what a statement on edges is about. */
export interface EdgeShape {
  readonly type: string;
  readonly source: string;
  readonly target: string;
}

type Rows = readonly (readonly Cell[])[];
type Body = Write['body'];

/** Rows: one cell for each of `columns`. */
export function createNodes(label: string, columns: readonly Column[], rows: Rows): Write {
  return { rows, body: (cell) => `CREATE (:${quoted(label)} ${fields(columns, 0, cell)})` };
}

/** Rows: the ids of source and target, then one cell for each of `columns`. */
export function createEdges(shape: EdgeShape, columns: readonly Column[], rows: Rows): Write {
  const body: Body = (cell) =>
    // Two clauses: as one, Kuzu would pair every source with every target first.
    `MATCH (a:${quoted(shape.source)} {id: ${cell(0)}}) MATCH (b:${quoted(shape.target)} {id: ${cell(1)}}) ` +
    `CREATE (a)-[:${quoted(shape.type)} ${fields(columns, 2, cell)}]->(b)`;
  return { rows, body };
}

/** Rows: the node's id. Its edges must be gone already. */
export function deleteNodes(label: string, rows: Rows): Write {
  return { rows, body: (cell) => `MATCH (n:${quoted(label)} {id: ${cell(0)}}) DELETE n` };
}

/** Rows: the id of the source, and the edge's own. */
export function deleteEdges(shape: EdgeShape, rows: Rows): Write {
  return { rows, body: (cell) => `${matchEdge(shape, cell)} DELETE e` };
}

/** Rows: the node's id, then one cell for each of `columns`. */
export function setOnNodes(label: string, columns: readonly Column[], rows: Rows): Write {
  const body: Body = (cell) => `MATCH (n:${quoted(label)} {id: ${cell(0)}}) SET ${assignments('n', columns, 1, cell)}`;
  return { rows, body };
}

/** Rows: the id of the source, the edge's own, then one cell for each of `columns`. */
export function setOnEdges(shape: EdgeShape, columns: readonly Column[], rows: Rows): Write {
  return { rows, body: (cell) => `${matchEdge(shape, cell)} SET ${assignments('e', columns, 2, cell)}` };
}

/** Rows: the node's id. */
export function clearOnNodes(label: string, property: string, rows: Rows): Write {
  return { rows, body: (cell) => `MATCH (n:${quoted(label)} {id: ${cell(0)}}) SET n.${quoted(property)} = NULL` };
}

/** Rows: the id of the source, and the edge's own. */
export function clearOnEdges(shape: EdgeShape, property: string, rows: Rows): Write {
  return { rows, body: (cell) => `${matchEdge(shape, cell)} SET e.${quoted(property)} = NULL` };
}

// Edges have no index of their own: they are reached from their source, which has one. Two clauses, so that Kuzu looks
// the source up first instead of joining with all edges.
function matchEdge({ type, source, target }: EdgeShape, cell: (index: number) => string): string {
  return `MATCH (a:${quoted(source)} {id: ${cell(0)}}) MATCH (a)-[e:${quoted(type)}]->(:${quoted(target)}) WHERE e.id = ${cell(1)}`;
}

function fields(columns: readonly Column[], from: number, cell: (index: number) => string): string {
  return `{${columns.map(({ name, type }, i) => `${quoted(name)}: ${cast(cell(from + i), type)}`).join(', ')}}`;
}

function assignments(
  variable: string,
  columns: readonly Column[],
  from: number,
  cell: (index: number) => string,
): string {
  return columns.map(({ name, type }, i) => `${variable}.${quoted(name)} = ${cast(cell(from + i), type)}`).join(', ');
}
