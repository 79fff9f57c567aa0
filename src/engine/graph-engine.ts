/** The port to the graph database of a tab. Everything above knows this, nothing of Kuzu. */
import type { NetChanges } from '../shared/graph/changes';
import type { GraphSnapshot } from '../shared/graph/snapshot';
import type { PropertyValue } from '../shared/graph/values';

/**
 * A cell of a result, as plain JSON. Nodes, edges and paths come back as objects and arrays of these. Days are
 * `YYYY-MM-DD`, instants `YYYY-MM-DDTHH:mm:ss.sssZ`. A number that JSON cannot carry comes as text: a whole number
 * beyond ±(2^53 − 1), `NaN`, `Infinity`.
 */
export type QueryValue = null | boolean | number | string | QueryValue[] | { [key: string]: QueryValue };
/** One row: values by column name. */
export type Row = Record<string, QueryValue>;
/**
 * Query parameters by name, without the `$`: just those that the query uses. The elements of a list must be of one
 * kind (whole numbers, decimal numbers, text, …, or objects with the same fields of the same kinds).
 */
export type QueryParameters = Readonly<Record<string, PropertyValue | null | readonly QueryValue[]>>;

/** A query failed through its own fault: the message says why, in words. The engine goes on. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

/** The engine cannot work here, or not any more: the message says why and what to do. Every later call fails alike. */
export class EngineUnavailableError extends Error {
  override readonly name = 'EngineUnavailableError';
}

/**
 * A graph database that shows one graph. Calls take effect in the order they are made.
 * In the database a label is a node table, an edge type a relationship table, and properties are columns; every node has
 * `id`, `_x` and `_y`, every edge has `id`. A label or edge type that exists can be queried even while it has no elements.
 *
 * Every call can be rejected with `EngineUnavailableError`.
 */
export interface GraphEngine {
  /** Replaces everything by the given graph. */
  load(snapshot: GraphSnapshot): Promise<void>;
  /** Applies one batch of changes, all of it before any later query. */
  apply(changes: NetChanges): Promise<void>;
  /**
   * Runs one read-only statement.
   * @throws QueryError when the statement is wrong, would write, or takes too long
   */
  query(cypher: string, parameters?: QueryParameters): Promise<Row[]>;
  /** Ends the engine. Calls that wait, and all after this, are rejected. */
  dispose(): void;
}
