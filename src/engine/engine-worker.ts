/** What the main thread asks of the thread that holds the database. All of it passes through structured cloning. */
import type { NetChanges } from '../shared/graph/changes';
import type { NodeId } from '../shared/graph/model';
import type { GraphSnapshot } from '../shared/graph/snapshot';
import type { AskLimits, QueryParameters, Row } from './graph-engine';
import type { PackedAnswer } from './packed-answer';

export interface LoadOutcome {
  /** Memory the database takes, in bytes. Never shrinks. */
  readonly heapBytes: number;
}

/** `rebuild`: the changes were not made, and only a new database can show what they come to. */
export type ApplyOutcome =
  | { readonly status: 'applied'; readonly heapBytes: number }
  | { readonly status: 'rebuild'; readonly reason: string };

/** `refused`: through the query's own fault, in words; nothing happened. */
export type QueryOutcome =
  | { readonly status: 'rows'; readonly rows: Row[] }
  | { readonly status: 'refused'; readonly reason: string };

/** `too-slow`: it was stopped, and nothing else happened. */
export type AskOutcome =
  | { readonly status: 'answer'; readonly answer: PackedAnswer }
  | { readonly status: 'too-slow' }
  | { readonly status: 'refused'; readonly reason: string };

/** What is kept to where the statement runs. */
export type WorkerLimits = Pick<AskLimits, 'rows' | 'stopMs'>;

/**
 * What a writing statement made of a copy of the graph. `after` has all labels, nodes and edges; `unplaced` are new nodes
 * that the statement gave no place. `refused`: through its own fault, in words.
 */
export type ForkOutcome =
  | {
      readonly status: 'ran';
      readonly rows: Row[];
      readonly after: GraphSnapshot;
      readonly unplaced: readonly NodeId[];
    }
  | { readonly status: 'refused'; readonly reason: string };

/** Any rejection means that the worker cannot be used any more. */
export interface EngineWorker {
  /** Fills the empty database. The first call, and made once. */
  load(snapshot: GraphSnapshot): Promise<LoadOutcome>;
  apply(changes: NetChanges): Promise<ApplyOutcome>;
  query(cypher: string, parameters: QueryParameters): Promise<QueryOutcome>;
  ask(cypher: string, parameters: QueryParameters, limits: WorkerLimits): Promise<AskOutcome>;
}

/** What can be asked of a worker instead, once. */
export interface ForkWorker {
  /** Runs a statement that may write, on a copy of the graph. */
  fork(snapshot: GraphSnapshot, cypher: string, parameters: QueryParameters): Promise<ForkOutcome>;
}

/** The engine's WebAssembly code: as it was fetched, or compiled already. */
export type Code = ArrayBuffer | WebAssembly.Module;

/** A worker in a browser. Until it was given the engine's code, its other calls wait. */
export interface BrowserEngineWorker extends EngineWorker, ForkWorker {
  /**
   * Starts the engine with this code. Made once. Resolves with the code compiled, for other workers.
   * @param lifeline the name of a Web Lock that the worker holds from then on for as long as it lives
   */
  start(code: Code, lifeline: string): Promise<WebAssembly.Module>;
}

/** A worker that has been started, as the main thread holds it. */
export interface RunningWorker<Calls = EngineWorker> {
  readonly calls: Calls;
  /** Resolves with what happened when the worker dies by itself; the calls made of it may then never be answered. */
  readonly died: Promise<string>;
  /** Ends the worker at once, whatever it does. */
  kill(): void;
}
