/**
 * Hands calls to a database, one after another, and hides that databases fail, hang and grow: behind it they are
 * replaced from the graph held outside, and nobody above notices more than a pause.
 *
 * What must hold: every call has a number, and an instance *covers* the calls up to the last one whose effect is in the
 * graph it was filled with. A change is applied to an instance exactly when the instance does not cover it.
 */
import { hasChanges, mergeChanges, type NetChanges, NO_CHANGES } from '../shared/graph/changes';
import type { GraphSnapshot } from '../shared/graph/snapshot';
import type { RunningWorker } from './engine-worker';
import {
  type Answer,
  type AskLimits,
  EngineUnavailableError,
  type GraphEngine,
  QueryError,
  type QueryParameters,
  QueryTimeoutError,
  type Row,
} from './graph-engine';
import { type Answer as CallAnswer, type Instance, wordsOf } from './instance';
import { InstanceKeeper } from './instance-keeper';
import { DEFAULT_LIMITS, type EngineLimits } from './limits';
import { unpacked } from './packed-answer';

export interface KuzuEngineOptions {
  /**
   * Starts a worker with an empty database.
   * @throws when that can never work here
   */
  readonly spawn: () => RunningWorker;
  /** The graph as it is now, with every change in it that `apply` was ever called with. */
  readonly currentGraph: () => GraphSnapshot;
  /** Told why, each time a database is replaced. */
  readonly onRebuild?: (reason: string) => void;
  readonly limits?: Partial<EngineLimits>;
}

/**
 * Starts an engine. Its first database boots at once, so that it is ready when the graph is.
 * @throws EngineUnavailableError when that cannot work here
 */
export function createKuzuEngine(options: KuzuEngineOptions): GraphEngine {
  return new KuzuEngine(options);
}

interface Pending<T> {
  readonly number: number;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}
type LoadCall = Pending<void> & { readonly kind: 'load'; readonly snapshot: GraphSnapshot };
type ApplyCall = Pending<void> & { readonly kind: 'apply'; readonly changes: NetChanges };
type QueryCall = Pending<Row[]> & {
  readonly kind: 'query';
  readonly cypher: string;
  readonly parameters: QueryParameters;
};
type AskCall = Pending<Answer> & {
  readonly kind: 'ask';
  readonly cypher: string;
  readonly parameters: QueryParameters;
  readonly limits: AskLimits;
};
type Call = LoadCall | ApplyCall | QueryCall | AskCall;

class KuzuEngine implements GraphEngine {
  readonly #keeper: InstanceKeeper;
  readonly #limits: EngineLimits;
  readonly #queue: Call[] = [];
  /** Taken from the queue and not answered yet. */
  #inHand: readonly Call[] = [];
  /** Number of the last call made. */
  #calls = 0;
  #busy = false;
  /** Why every call is rejected, once that is so. */
  #closed: EngineUnavailableError | undefined;

  constructor({ spawn, currentGraph, onRebuild = () => {}, limits }: KuzuEngineOptions) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#keeper = new InstanceKeeper({
      spawn,
      currentGraph: () => ({ snapshot: currentGraph(), covers: this.#calls }),
      onRebuild,
      onAttention: () => void this.#work(),
      limits: this.#limits,
    });
  }

  load(snapshot: GraphSnapshot): Promise<void> {
    return this.#enqueue((pending) => ({ kind: 'load', snapshot, ...pending }));
  }

  apply(changes: NetChanges): Promise<void> {
    return this.#enqueue((pending) => ({ kind: 'apply', changes, ...pending }));
  }

  query(cypher: string, parameters: QueryParameters = {}): Promise<Row[]> {
    return this.#enqueue((pending) => ({ kind: 'query', cypher, parameters, ...pending }));
  }

  ask(cypher: string, parameters: QueryParameters, limits: AskLimits): Promise<Answer> {
    return this.#enqueue((pending) => ({ kind: 'ask', cypher, parameters, limits, ...pending }));
  }

  dispose(): void {
    this.#close(new EngineUnavailableError('The graph database of this page was closed. Please reload the page.'));
  }

  #enqueue<T>(toCall: (pending: Pending<T>) => Call): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== undefined) {
        reject(this.#closed);
        return;
      }
      this.#calls += 1;
      this.#queue.push(toCall({ number: this.#calls, resolve, reject }));
      void this.#work();
    });
  }

  /** Does what there is to do, one thing after another. Never rejects. */
  async #work(): Promise<void> {
    if (this.#busy || this.#closed !== undefined) return;
    this.#busy = true;
    try {
      for (;;) {
        await this.#keeper.tend();
        const call = this.#queue.shift();
        if (call === undefined) break;
        await this.#carryOut(call);
        this.#inHand = [];
      }
    } catch (error) {
      this.#close(error instanceof EngineUnavailableError ? error : unexpected(error));
    }
    this.#busy = false;
  }

  #carryOut(call: Call): Promise<void> {
    this.#inHand = [call];
    switch (call.kind) {
      case 'load':
        return this.#load(call);
      case 'apply':
        return this.#apply(call);
      case 'query':
        return this.#query(call);
      case 'ask':
        return this.#ask(call);
    }
  }

  async #load({ snapshot, number, resolve }: LoadCall): Promise<void> {
    await this.#keeper.fill(snapshot, number);
    await this.#keeper.working();
    resolve();
  }

  /** Applies the changes of a call, and of the calls right after it, as one batch. */
  async #apply(first: ApplyCall): Promise<void> {
    const calls = [first];
    for (let [next] = this.#queue; next?.kind === 'apply'; [next] = this.#queue) {
      calls.push(next);
      this.#queue.shift();
    }
    this.#inHand = calls;
    let done = false;
    while (!done) {
      const instance = await this.#keeper.working();
      const missing = calls.filter(({ number }) => number > instance.covers);
      const changes = missing.map((call) => call.changes).reduce(mergeChanges, NO_CHANGES);
      const answer = hasChanges(changes) ? await instance.apply(changes) : { ok: true };
      done = answer.ok;
      if (done) this.#keeper.noteApplied(missing);
    }
    for (const { resolve } of calls) resolve();
  }

  async #query({ cypher, parameters, resolve, reject }: QueryCall): Promise<void> {
    const outcome = await this.#twice((instance) => instance.query(cypher, parameters));
    if (outcome === 'too-slow') {
      reject(new QueryError(`The query took longer than ${this.#limits.queryMs / 1000} seconds and was stopped.`));
    } else if (outcome === 'crashes') this.#blame(reject);
    else if (outcome.status === 'rows') resolve(outcome.rows);
    else reject(new QueryError(outcome.reason));
  }

  async #ask({ cypher, parameters, limits, resolve, reject }: AskCall): Promise<void> {
    const outcome = await this.#twice((instance) => instance.ask(cypher, parameters, limits));
    if (outcome === 'crashes') this.#blame(reject);
    else if (outcome === 'too-slow' || outcome.status === 'too-slow') {
      reject(new QueryTimeoutError('The query took too long and was stopped.'));
    } else if (outcome.status === 'answer') resolve(unpacked(outcome.answer));
    else reject(new QueryError(outcome.reason));
  }

  /** Asks again after a failure: the first may have been the database's own, a second one is not. */
  async #twice<T>(ask: (instance: Instance) => Promise<CallAnswer<T>>): Promise<T | 'too-slow' | 'crashes'> {
    for (let attempt = 1; attempt <= 2; attempt++) {
      const answer = await ask(await this.#keeper.working());
      if (answer.ok) return answer.value;
      if (answer.failure.kind === 'too-slow') return 'too-slow';
    }
    return 'crashes';
  }

  #blame(reject: (error: Error) => void): void {
    if (this.#closed !== undefined) return;
    reject(new QueryError('The database crashes on this query. Please write it in another way.'));
  }

  #close(reason: EngineUnavailableError): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    this.#keeper.close(reason);
    for (const { reject } of [...this.#inHand, ...this.#queue.splice(0)]) reject(reason);
  }
}

function unexpected(error: unknown): EngineUnavailableError {
  return new EngineUnavailableError(
    `The graph database of this page stopped (${wordsOf(error)}). Your changes are kept; please reload the page.`,
    { cause: error },
  );
}
