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

/** A column of an answer. */
export interface AnswerColumn {
  /** Unique among the columns. */
  readonly name: string;
  /** As the database calls it: `INT64`, `NODE`, `STRUCT(a DATE, b STRING[])`. */
  readonly type: string;
}

/** What a statement returned, as far as it was wanted. */
export interface Answer {
  readonly columns: readonly AnswerColumn[];
  /** The first rows, one value for each column. */
  readonly rows: readonly (readonly QueryValue[])[];
  /** How many rows there are, of which `rows` may be a part. */
  readonly rowCount: number;
  /** Milliseconds that the database took. */
  readonly tookMs: number;
}

export interface AskLimits {
  /** Rows to be brought; the others are only counted. */
  readonly rows: number;
  /** Milliseconds after which the database is asked to stop. It does not look at the clock in all it does. */
  readonly stopMs: number;
  /** Milliseconds after which the database is given up with what it does, and another takes its place. */
  readonly giveUpMs: number;
}

/** A query failed through its own fault: the message says why, in words. The engine goes on. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

/** A statement took longer than it was given. The engine goes on. */
export class QueryTimeoutError extends Error {
  override readonly name = 'QueryTimeoutError';
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
  /**
   * The same for one that a person typed, which may return or take more than is good.
   * @throws QueryError when the statement is wrong, or would write
   * @throws QueryTimeoutError when it takes too long
   */
  ask(cypher: string, parameters: QueryParameters, limits: AskLimits): Promise<Answer>;
  /** Ends the engine. Calls that wait, and all after this, are rejected. */
  dispose(): void;
}
