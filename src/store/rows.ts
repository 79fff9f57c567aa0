/**
 * What the queries of the canvas returned: the nodes and edges on screen, and counts. Filled by `canvas/row-feed.ts`,
 * read by the canvas and the inspector. Every value in here came out of the database.
 */
import { dequal } from 'dequal';
import type { EdgeId, NodeId, Position } from '../shared/graph/model';
import type { PropertyValue } from '../shared/graph/values';

/** Values by property name as the schema spells it; what is not set has no entry. */
export type RowProperties = Readonly<Record<string, PropertyValue>>;

export interface NodeRow {
  readonly id: NodeId;
  readonly label: string;
  readonly position: Position;
  readonly properties: RowProperties;
}

export interface EdgeRow {
  readonly id: EdgeId;
  readonly type: string;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly properties: RowProperties;
}

/** `undefined` is "the database no longer has it". */
export interface RowUpdate {
  readonly nodes: ReadonlyMap<NodeId, NodeRow | undefined>;
  readonly edges: ReadonlyMap<EdgeId, EdgeRow | undefined>;
  /** Counts that were taken anew, by label or edge type as the schema spells it. */
  readonly counts: ReadonlyMap<string, number>;
  /** The update holds all there is; what it does not name is gone. */
  readonly complete: boolean;
}

export interface RowsSlice {
  /** Changed in place, with `rowsRevision`, so that one edit costs the same however much is on screen. */
  readonly nodes: Map<NodeId, NodeRow>;
  readonly edges: Map<EdgeId, EdgeRow>;
  readonly counts: ReadonlyMap<string, number>;
  readonly rowsRevision: number;
  /** Goes up when nodes or edges come or go, or an edge is another than it was; not when nodes move or are called otherwise. */
  readonly structureRevision: number;
  /** The database has answered once. */
  readonly drawn: boolean;
}

export function initialRows(): RowsSlice {
  return { nodes: new Map(), edges: new Map(), counts: new Map(), rowsRevision: 0, structureRevision: 0, drawn: false };
}

function put<T>(table: Map<string, T>, updates: ReadonlyMap<string, T | undefined>): void {
  for (const [id, row] of updates) {
    if (row === undefined) table.delete(id);
    else table.set(id, row);
  }
}

/** Writes an update into the slice's tables and returns what is to be set in the store. */
export function takeRows(slice: RowsSlice, update: RowUpdate): Partial<RowsSlice> {
  const structureRevision = slice.structureRevision + (isRestructured(slice, update) ? 1 : 0);
  if (update.complete) {
    slice.nodes.clear();
    slice.edges.clear();
  }
  put(slice.nodes, update.nodes);
  put(slice.edges, update.edges);
  const counts =
    update.counts.size === 0 ? slice.counts : new Map([...(update.complete ? [] : slice.counts), ...update.counts]);
  return { counts, rowsRevision: slice.rowsRevision + 1, structureRevision, drawn: true };
}

function isRestructured({ nodes, edges }: RowsSlice, update: RowUpdate): boolean {
  if (update.complete && (update.nodes.size !== nodes.size || update.edges.size !== edges.size)) return true;
  for (const [id, row] of update.nodes) if ((row !== undefined) !== nodes.has(id)) return true;
  for (const [id, row] of update.edges) if (!dequal(row, edges.get(id))) return true;
  return false;
}
