/** The port to the graph database of a tab. Everything above knows this, nothing of Kuzu. */
import type { NetChanges } from '../shared/graph/changes';
import type { GraphSnapshot } from '../shared/graph/snapshot';
import type { PropertyValue } from '../shared/graph/values';

/** A cell of a result, as plain JSON. Nodes, edges and paths come back as objects and arrays of these. */
export type QueryValue = null | boolean | number | string | QueryValue[] | { [key: string]: QueryValue };
/** One row: values by column name. */
export type Row = Record<string, QueryValue>;
/** Query parameters by name, without the `$`. A list may be empty only where the query allows it. */
export type QueryParameters = Readonly<Record<string, PropertyValue | null | readonly QueryValue[]>>;

/** A query failed through its own fault: the message is the database's, in words. The engine goes on. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

/**
 * A graph database that shows one graph. Calls take effect in the order they are made.
 * In the database a label is a node table, an edge type a relationship table, and properties are columns; every node has
 * `id`, `_x` and `_y`, every edge has `id`.
 */
export interface GraphEngine {
  /** Replaces everything by the given graph. */
  load(snapshot: GraphSnapshot): Promise<void>;
  /** Applies one batch of changes, all of it before any later query. */
  apply(changes: NetChanges): Promise<void>;
  /**
   * Runs one read-only statement.
   * @throws QueryError when the statement is wrong, or would write
   */
  query(cypher: string, parameters?: QueryParameters): Promise<Row[]>;
  /** Ends the engine. Calls after this are rejected. */
  dispose(): void;
}
