/** One database on its worker: filled once, called one call at a time, and watched until it is given up. */
import { assert } from '../shared/assert';
import type { NetChanges } from '../shared/graph/changes';
import type { GraphSnapshot } from '../shared/graph/snapshot';
import type { AskOutcome, QueryOutcome, RunningWorker } from './engine-worker';
import type { AskLimits, QueryParameters } from './graph-engine';
import type { EngineLimits } from './limits';

/** Why an instance is of no more use. */
export interface Failure {
  readonly kind: 'broken' | 'too-slow';
  /** What happened, for people who look into it. */
  readonly reason: string;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export class Instance {
  /** Set once it is of no more use. */
  #failure: Failure | undefined;
  /** Ends the call in flight, if there is one. */
  #giveUp: ((failure: Failure) => void) | undefined;
  #heapBytes = 0;
  #heapLimit = Number.POSITIVE_INFINITY;

  /**
   * @param covers number of the last call whose effect is in the graph the instance is filled with
   * @param onFailure told at once when it becomes of no more use
   */
  constructor(
    private readonly worker: RunningWorker,
    private readonly limits: EngineLimits,
    readonly covers: number,
    private readonly onFailure: () => void,
  ) {
    worker.died.then((reason) => this.#fail({ kind: 'broken', reason }));
  }

  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Whether it has grown so much that it should be replaced. */
  get isTooBig(): boolean {
    return this.#heapBytes > this.#heapLimit;
  }

  /** Lets it grow by another quarter: replacing it was tried, and failed. */
  tolerate(): void {
    this.#heapLimit = this.#heapBytes * 1.25;
  }

  async load(snapshot: GraphSnapshot): Promise<Answer<void>> {
    const answer = await this.#call(() => this.worker.calls.load(snapshot), this.limits.loadMs);
    if (!answer.ok) return answer;
    this.#heapBytes = answer.value.heapBytes;
    this.#heapLimit = Math.max(this.limits.heapBytes, 2 * this.#heapBytes);
    return { ok: true, value: undefined };
  }

  async apply(changes: NetChanges): Promise<Answer<void>> {
    const answer = await this.#call(() => this.worker.calls.apply(changes), this.limits.applyMs);
    if (!answer.ok) return answer;
    if (answer.value.status === 'rebuild') {
      const failure = this.#fail({ kind: 'broken', reason: answer.value.reason });
      return { ok: false, failure };
    }
    this.#heapBytes = answer.value.heapBytes;
    return { ok: true, value: undefined };
  }

  query(cypher: string, parameters: QueryParameters): Promise<Answer<QueryOutcome>> {
    return this.#call(() => this.worker.calls.query(cypher, parameters), this.limits.queryMs);
  }

  ask(cypher: string, parameters: QueryParameters, { rows, stopMs, giveUpMs }: AskLimits): Promise<Answer<AskOutcome>> {
    return this.#call(() => this.worker.calls.ask(cypher, parameters, { rows, stopMs }), giveUpMs);
  }

  /** Ends the worker, whatever it does. The call in flight fails. */
  kill(): void {
    this.#fail({ kind: 'broken', reason: 'it was ended' });
  }

  #call<T>(call: () => Promise<T>, limitMs: number): Promise<Answer<T>> {
    if (this.#failure !== undefined) return Promise.resolve({ ok: false, failure: this.#failure });
    assert(this.#giveUp === undefined, 'a database is called while it is busy');
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#fail({ kind: 'too-slow', reason: `it did not answer within ${limitMs / 1000} s` });
      }, limitMs);
      const settle = (answer: Answer<T>) => {
        clearTimeout(timer);
        this.#giveUp = undefined;
        resolve(answer);
      };
      this.#giveUp = (failure) => settle({ ok: false, failure });
      call().then(
        (value) => {
          if (this.#failure === undefined) settle({ ok: true, value });
        },
        (error: unknown) => this.#fail({ kind: 'broken', reason: wordsOf(error) }),
      );
    });
  }

  /** Notes the first failure, ends the worker and with it the call in flight. */
  #fail(failure: Failure): Failure {
    if (this.#failure !== undefined) return this.#failure;
    this.#failure = failure;
    this.worker.kill();
    this.#giveUp?.(failure);
    this.onFailure();
    return failure;
  }
}

/** What an error says. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
