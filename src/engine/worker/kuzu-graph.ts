/** One graph in one Kuzu database: filled once, then kept up to date batch by batch, and queried. */
import { assert } from '../../shared/assert';
import type { NetChanges } from '../../shared/graph/changes';
import type { NodeId } from '../../shared/graph/model';
import type { GraphSnapshot } from '../../shared/graph/snapshot';
import type {
  ApplyOutcome,
  AskOutcome,
  EngineWorker,
  ForkOutcome,
  ForkWorker,
  LoadOutcome,
  QueryOutcome,
  WorkerLimits,
} from '../engine-worker';
import type { QueryParameters } from '../graph-engine';
import { packed } from '../packed-answer';
import { bulkLoad } from './bulk-load';
import { Catalog, FOUNDATIONS } from './catalog';
import { runOnFork } from './fork';
import { KuzuDatabase, type ReadOutcome } from './kuzu-database';
import { wellFormed } from './parameters';
import { planWrites } from './plan-writes';
import { inWords, queryProblem } from './query-problem';
import { toCells, toRows } from './result-rows';
import { run } from './write';

/** Below this, statements are as fast as `COPY`, and take a fifth of the memory. */
const COPY_FROM = 200;

export interface KuzuGraphOptions {
  /** Number of nodes and edges from which on `COPY` fills the database. */
  readonly copyFrom?: number;
  /** The engine's code, where the package does not have it itself. */
  readonly code?: Promise<WebAssembly.Module>;
}

/**
 * The worker's side of the engine. Where a method throws, the database is in no known state: the caller must drop it
 * and start another.
 */
export class KuzuGraph implements EngineWorker, ForkWorker {
  readonly #catalog = new Catalog();
  /** Which table each node is in: edges name their ends by id alone. */
  readonly #labels = new Map<NodeId, string>();
  readonly #database: Promise<KuzuDatabase>;
  readonly #copyFrom: number;
  #loaded = false;

  constructor({ copyFrom = COPY_FROM, code }: KuzuGraphOptions = {}) {
    this.#copyFrom = copyFrom;
    this.#database = openWithFoundations(code);
    // A failure to open is every call's failure: until the first call it is nobody's.
    this.#database.catch(() => undefined);
  }

  /** Resolves once the empty database is there. */
  async ready(): Promise<void> {
    await this.#database;
  }

  async load(snapshot: GraphSnapshot): Promise<LoadOutcome> {
    const database = await this.#database;
    assert(!this.#loaded, 'a database is filled once');
    this.#loaded = true;
    bulkLoad(database, this.#catalog, snapshot, this.#copyFrom);
    for (const { id, label } of snapshot.nodes) this.#labels.set(id, label);
    return { heapBytes: database.heapBytes };
  }

  async apply(changes: NetChanges): Promise<ApplyOutcome> {
    const database = await this.#database;
    assert(this.#loaded, 'changes came before the graph');
    const definitions = this.#define(changes);
    if (definitions === undefined)
      return { status: 'rebuild', reason: 'a label, edge type or property was taken back' };
    const writes = planWrites(changes, this.#catalog, (id) => this.#labels.get(id));
    for (const statement of definitions) database.define(statement);
    if (writes.length > 0) {
      database.transaction(() => {
        for (const write of writes) run(database, write);
      });
    }
    for (const [id, { after }] of changes.node) {
      if (after === undefined) this.#labels.delete(id);
      else this.#labels.set(id, after.label);
    }
    return { status: 'applied', heapBytes: database.heapBytes };
  }

  async query(cypher: string, parameters: QueryParameters): Promise<QueryOutcome> {
    const outcome = await this.#read(cypher, parameters);
    if (!outcome.ok) return { status: 'refused', reason: inWords(outcome.message) };
    return { status: 'rows', rows: toRows(outcome.table, (name) => this.#catalog.propertyTypes(name)) };
  }

  async ask(cypher: string, parameters: QueryParameters, limits: WorkerLimits): Promise<AskOutcome> {
    const start = performance.now();
    const outcome = await this.#read(cypher, parameters, limits);
    if (!outcome.ok) {
      return outcome.interrupted === true
        ? { status: 'too-slow' }
        : { status: 'refused', reason: inWords(outcome.message) };
    }
    const { table } = outcome;
    const rows = toCells(table, (name) => this.#catalog.propertyTypes(name));
    const columns = table.names.map((name, index) => ({ name, type: table.types[index] ?? '' }));
    return {
      status: 'answer',
      answer: packed({ columns, rows, rowCount: table.rowCount, tookMs: performance.now() - start }),
    };
  }

  async #read(cypher: string, parameters: QueryParameters, limits?: WorkerLimits): Promise<ReadOutcome> {
    const problem = queryProblem(cypher, parameters);
    if (problem !== undefined) return { ok: false, message: problem };
    const database = await this.#database;
    assert(this.#loaded, 'a query came before the graph');
    return database.read(cypher, wellFormed(parameters), limits);
  }

  async fork(snapshot: GraphSnapshot, cypher: string, parameters: QueryParameters): Promise<ForkOutcome> {
    const database = await this.#database;
    assert(!this.#loaded, 'a fork is made of an empty database');
    this.#loaded = true;
    return runOnFork(database, snapshot, { cypher, parameters, copyFrom: this.#copyFrom });
  }

  /** The statements that make the tables fit the changes; `undefined` when they would have to lose something. */
  #define(changes: NetChanges): string[] | undefined {
    const statements: string[] = [];
    for (const kind of ['label', 'edgeType'] as const) {
      for (const { after } of changes[kind].values()) {
        const added = after && this.#catalog.define(kind, { name: after.name, properties: after.properties.values() });
        if (added === undefined) return undefined;
        statements.push(...added);
      }
    }
    for (const { after } of changes.edge.values()) {
      if (after === undefined) continue;
      const [source, target] = [after.source, after.target].map(
        (id) => changes.node.get(id)?.after?.label ?? this.#labels.get(id),
      );
      assert(source !== undefined && target !== undefined, `an end of ${after.id} is missing`);
      const join = this.#catalog.join(after.type, source, target);
      if (join !== undefined) statements.push(join);
    }
    return statements;
  }
}

/**
 * Lays the foundations at once, not when the graph comes: a browser compiles code when it first runs, so the first
 * statements take many times as long as later ones.
 */
async function openWithFoundations(code: KuzuGraphOptions['code']): Promise<KuzuDatabase> {
  const database = await KuzuDatabase.open(code);
  for (const statement of FOUNDATIONS) database.define(statement);
  return database;
}
