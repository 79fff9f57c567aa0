/** A statement that would write, tried on a private copy of the graph: on a worker of its own, which is ended after. */
import type { Op } from '../shared/graph/ops';
import { opsBetween } from '../shared/graph/ops-between';
import { fromSnapshot, type GraphSnapshot } from '../shared/graph/snapshot';
import type { ForkOutcome, ForkWorker, RunningWorker } from './engine-worker';
import { QueryError, type QueryParameters, type Row } from './graph-engine';
import { wordsOf } from './instance';

export interface ForkRun {
  /** What the statement returned. */
  readonly rows: readonly Row[];
  /** What it did, as ops that make the graph it was run on into what it left; none when it changed nothing. */
  readonly ops: readonly Op[];
  /** New nodes that were given no place: they lie at 0, 0. */
  readonly unplaced: readonly string[];
}

export interface ForkOptions {
  /** Starts a worker with an empty database. @throws EngineUnavailableError when that can never work here */
  readonly spawn: () => RunningWorker<ForkWorker>;
  readonly graph: GraphSnapshot;
  readonly cypher: string;
  readonly parameters?: QueryParameters;
  /** Milliseconds after which it is stopped. */
  readonly limitMs: number;
  /** Stops it. */
  readonly signal?: AbortSignal;
}

/** @throws QueryError when the statement is wrong, cannot become an edit, takes too long or is stopped */
export async function runFork({
  spawn,
  graph,
  cypher,
  parameters = {},
  limitMs,
  signal,
}: ForkOptions): Promise<ForkRun> {
  const worker = spawn();
  const ended = new Promise<ForkOutcome>((resolve) => {
    const refuse = (reason: string) => resolve({ status: 'refused', reason });
    const timer = setTimeout(
      () => refuse(`The query was stopped: it took longer than ${Math.round(limitMs / 1000)} seconds.`),
      limitMs,
    );
    signal?.addEventListener('abort', () => refuse('The query was stopped.'), { once: true });
    worker.died.then((reason) => refuse(`The graph database ended: ${reason}.`));
    worker.calls
      .fork(graph, cypher, parameters)
      .then(resolve, (error: unknown) => refuse(`The graph database failed: ${wordsOf(error)}`))
      .finally(() => clearTimeout(timer));
  });
  const outcome = await ended;
  worker.kill();
  if (outcome.status === 'refused') throw new QueryError(outcome.reason);
  const ops = opsBetween(fromSnapshot(graph), fromSnapshot(outcome.after));
  return { rows: outcome.rows, ops, unplaced: outcome.unplaced };
}
