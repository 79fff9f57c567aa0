/**
 * One Kuzu database in memory, and the rules for touching it that keep it alive:
 *  - a result is read only once it is known to be a success, and everything is closed;
 *  - a writing transaction is never rolled back: where one fails, the whole database is to be thrown away;
 *  - reading happens on a connection of its own, under Kuzu's own read-only transaction.
 */
import kuzu, { type KuzuConnection, type KuzuFiles, type KuzuOptions, type KuzuResult } from 'kuzu-wasm/sync';
import { type Preparation, StatementCache } from './statement-cache';

/** Parameters by name, without the `$`, as Kuzu takes them. */
export type Parameters = Readonly<Record<string, unknown>>;

/** A result as Kuzu gives it. */
export interface RawTable {
  readonly names: readonly string[];
  /** Kuzu's names of the columns' types, such as `INT64` or `STRUCT(a DATE, b STRING[])`. */
  readonly types: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** How many there are, of which `rows` may be a part. */
  readonly rowCount: number;
}

export interface ReadLimits {
  /** Rows to be read; the others are only counted. */
  readonly rows: number;
  /** Milliseconds after which Kuzu is to stop. It does not look at the clock in all it does. */
  readonly stopMs: number;
}

/** What a read came to. */
export type ReadOutcome =
  | { readonly ok: true; readonly table: RawTable }
  | { readonly ok: false; readonly message: string; readonly interrupted?: boolean };

/** An accounting limit, not a reservation: what a tab really uses is bounded by replacing it (`heapBytes` in `limits.ts`). */
const BUFFER_POOL_BYTES = 3 * 1024 ** 3;
const NO_PARAMETERS: Parameters = {};
/** What Kuzu says when the time was up. */
const INTERRUPTED = 'Interrupted.';
const NO_TIMEOUT = 0;

export class KuzuDatabase {
  readonly #files: KuzuFiles;
  readonly #memory: WebAssembly.Memory;
  readonly #writer: KuzuConnection;
  readonly #reader: KuzuConnection;
  readonly #writes: StatementCache;
  readonly #reads: StatementCache;
  /** Texts of cached reads that have once run under the read-only guard: whether a statement writes never changes. */
  readonly #proven = new Set<string>();
  /** Milliseconds. */
  #readsStopAfter = NO_TIMEOUT;

  private constructor() {
    this.#files = kuzu.getFS();
    this.#memory = kuzu.getWasmMemory();
    const database = new kuzu.Database(':memory:', BUFFER_POOL_BYTES);
    this.#writer = new kuzu.Connection(database);
    this.#reader = new kuzu.Connection(database);
    this.#writes = new StatementCache(this.#writer);
    this.#reads = new StatementCache(this.#reader, (text) => this.#proven.delete(text));
  }

  /**
   * Starts an instance of the engine with an empty database in it.
   * @param code the engine's code, where the package does not have it itself
   */
  static async open(code?: Promise<WebAssembly.Module>): Promise<KuzuDatabase> {
    await kuzu.init(code && optionsFor(await code));
    return new KuzuDatabase();
  }

  /** Bytes of memory the instance takes. Never shrinks. */
  get heapBytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /**
   * Runs one statement that changes the schema, by itself.
   * @throws when it fails; the database must not be used afterwards
   */
  define(cypher: string): void {
    // A plan made before may be about what was there before. Kuzu notices by itself; this makes sure.
    this.#writes.clear();
    this.#reads.clear();
    command(this.#writer, cypher);
  }

  /**
   * Runs one writing statement.
   * @throws when it fails; the database must not be used afterwards
   */
  write(cypher: string, parameters: Parameters): void {
    const statement = this.#writes.get(cypher);
    if (!statement.ok) throw new Error(`${statement.message} (preparing ${cypher})`);
    const result = this.#writer.execute(statement.prepared, parameters);
    closing(result, () => mustSucceed(result, cypher));
  }

  /** Runs `work` in one transaction, which always commits: where `work` throws, the database must not be used afterwards. */
  transaction(work: () => void): void {
    command(this.#writer, 'BEGIN TRANSACTION');
    work();
    command(this.#writer, 'COMMIT');
  }

  /** Runs one statement that may only read. What would write is refused by Kuzu. */
  read(cypher: string, parameters: Parameters = NO_PARAMETERS, limits?: ReadLimits): ReadOutcome {
    this.#stopReadsAfter(limits === undefined ? NO_TIMEOUT : Math.ceil(limits.stopMs));
    const outcome = this.#guarded(cypher, parameters, limits?.rows ?? Number.POSITIVE_INFINITY);
    return outcome.ok ? outcome : { ...outcome, interrupted: outcome.message === INTERRUPTED };
  }

  /** Kuzu says of the setting itself that it was interrupted, and keeps to it all the same. */
  #stopReadsAfter(milliseconds: number): void {
    if (milliseconds === this.#readsStopAfter) return;
    this.#reader.query(`CALL timeout=${milliseconds}`).close();
    this.#readsStopAfter = milliseconds;
  }

  #guarded(cypher: string, parameters: Parameters, mostRows: number): ReadOutcome {
    if (this.#proven.has(cypher)) return this.#execute(cypher, parameters, mostRows);
    command(this.#reader, 'BEGIN TRANSACTION READ ONLY');
    const outcome = this.#execute(cypher, parameters, mostRows);
    const end = this.#reader.query('COMMIT');
    const ended = closing(end, () => end.isSuccess());
    // A failed statement may have ended the transaction already; one that succeeded must have left it alone.
    if (!outcome.ok) return outcome;
    if (!ended) return { ok: false, message: 'Transactions cannot be used in a query.' };
    this.#proven.add(cypher);
    return outcome;
  }

  /** Runs one statement that may read and write, by itself. Where it fails, the database must not be used afterwards. */
  attempt(cypher: string, parameters: Parameters): ReadOutcome {
    return this.#run(this.#writer, this.#writes.get(cypher), parameters, Number.POSITIVE_INFINITY);
  }

  /** Makes a file that `COPY` can read, for as long as `use` runs. */
  withFile(path: string, content: string, use: () => void): void {
    this.#files.writeFile(path, content);
    use();
    this.#files.unlink(path);
  }

  #execute(cypher: string, parameters: Parameters, mostRows: number): ReadOutcome {
    return this.#run(this.#reader, this.#reads.get(cypher), parameters, mostRows);
  }

  #run(connection: KuzuConnection, statement: Preparation, parameters: Parameters, mostRows: number): ReadOutcome {
    if (!statement.ok) return statement;
    const result = connection.execute(statement.prepared, parameters);
    return closing(result, () => {
      if (!result.isSuccess()) return { ok: false, message: result.getErrorMessage() };
      const rowCount = Number(result.getNumTuples());
      const rows = rowCount <= mostRows ? result.getAllRows() : firstRows(result, mostRows);
      return { ok: true, table: { names: result.getColumnNames(), types: result.getColumnTypes(), rows, rowCount } };
    });
  }
}

function firstRows(result: KuzuResult, count: number): unknown[][] {
  return Array.from({ length: count }, () => result.getNext());
}

function optionsFor(code: WebAssembly.Module): KuzuOptions {
  return { instantiateWasm: (imports, done) => done(new WebAssembly.Instance(code, imports), code) };
}

function command(connection: KuzuConnection, cypher: string): void {
  const result = connection.query(cypher);
  closing(result, () => mustSucceed(result, cypher));
}

function mustSucceed(result: KuzuResult, cypher: string): void {
  if (!result.isSuccess()) throw new Error(`${result.getErrorMessage()} (running ${cypher})`);
}

/** Closes a result after use. Not after a throw: what throws is a trap or a bug, and then nothing may be touched. */
function closing<T>(result: KuzuResult, use: () => T): T {
  const value = use();
  result.close();
  return value;
}
