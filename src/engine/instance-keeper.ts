/**
 * Always has a working instance, or says why there cannot be one: starts one from the graph held outside whenever the
 * last one failed, and lets one that grew too big give way to a successor that is filled while it still serves.
 */
import { hasChanges, mergeChanges, type NetChanges, NO_CHANGES } from '../shared/graph/changes';
import type { GraphSnapshot } from '../shared/graph/snapshot';
import type { RunningWorker } from './engine-worker';
import { EngineUnavailableError } from './graph-engine';
import { Instance, wordsOf } from './instance';
import type { EngineLimits } from './limits';

export interface KeeperOptions {
  readonly spawn: () => RunningWorker;
  /** The graph as it is now, and the number of the last call whose effect is in it. */
  readonly currentGraph: () => { readonly snapshot: GraphSnapshot; readonly covers: number };
  /** Told why, each time an instance is replaced. */
  readonly onRebuild: (reason: string) => void;
  /** Told when `tend` has something to do. */
  readonly onAttention: () => void;
  readonly limits: EngineLimits;
}

/** A change that was applied to the instance in use, by the number of its call. */
export interface NumberedChanges {
  readonly number: number;
  readonly changes: NetChanges;
}

interface Successor {
  readonly instance: Instance;
  readonly filled: Promise<unknown>;
  isFilled: boolean;
  /** What was applied to its predecessor since its graph was taken. */
  missed: NetChanges;
}

export class InstanceKeeper {
  /** A worker that boots while the graph is not there yet. */
  #spare: RunningWorker | undefined;
  #current: Instance | undefined;
  #successor: Successor | undefined;
  #closed: EngineUnavailableError | undefined;

  /** @throws EngineUnavailableError when no worker can be started here */
  constructor(private readonly options: KeeperOptions) {
    this.#spare = this.#spawn();
  }

  /**
   * An instance that works as far as is known, filled with the current graph if it is new.
   * @throws EngineUnavailableError when one attempt after another failed
   */
  async working(): Promise<Instance> {
    if (this.#closed !== undefined) throw this.#closed;
    if (this.#current !== undefined && this.#current.failure === undefined) return this.#current;
    if (this.#current?.failure !== undefined) this.options.onRebuild(this.#current.failure.reason);
    if (this.#successor !== undefined) {
      await this.#successor.filled;
      const adopted = await this.#adopt(this.#successor);
      if (adopted !== undefined) return adopted;
    }
    return this.#build();
  }

  /** Replaces whatever there is by an instance filled with `snapshot`. */
  async fill(snapshot: GraphSnapshot, covers: number): Promise<void> {
    this.#current?.kill();
    this.#successor?.instance.kill();
    this.#successor = undefined;
    this.#current = this.#start(covers);
    await this.#current.load(snapshot);
  }

  /** Replaces what has failed, and moves on with what has grown too big. To be called between calls to the instance. */
  async tend(): Promise<void> {
    if (this.#current?.failure !== undefined) await this.working();
    if (this.#successor?.isFilled === true) await this.#adopt(this.#successor);
    if (this.#current?.isTooBig === true && this.#successor === undefined) this.#prepareSuccessor();
  }

  /** Must be told of every change that was applied to the instance in use. */
  noteApplied(applied: readonly NumberedChanges[]): void {
    const successor = this.#successor;
    if (successor === undefined) return;
    for (const { number, changes } of applied) {
      if (number > successor.instance.covers) successor.missed = mergeChanges(successor.missed, changes);
    }
  }

  /** Ends all workers. From now on `working` throws `reason`. */
  close(reason: EngineUnavailableError): void {
    this.#closed = reason;
    this.#spare?.kill();
    this.#current?.kill();
    this.#successor?.instance.kill();
  }

  async #build(): Promise<Instance> {
    const { attempts, retryMs } = this.options.limits;
    let reason = '';
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (attempt > 0) await pause(retryMs * attempt);
      if (this.#closed !== undefined) throw this.#closed;
      const { snapshot, covers } = this.options.currentGraph();
      const instance = this.#start(covers);
      this.#current = instance;
      await instance.load(snapshot);
      if (instance.failure === undefined) return instance;
      reason = instance.failure.reason;
    }
    throw this.#closed ?? couldNotStart(reason);
  }

  #prepareSuccessor(): void {
    this.options.onRebuild('it had grown too big');
    const { snapshot, covers } = this.options.currentGraph();
    const instance = this.#start(covers);
    const successor: Successor = { instance, filled: instance.load(snapshot), isFilled: false, missed: NO_CHANGES };
    this.#successor = successor;
    void successor.filled.then(() => {
      successor.isFilled = true;
      this.options.onAttention();
    });
  }

  /** Puts a filled successor into use, unless it has failed. */
  async #adopt({ instance, missed }: Successor): Promise<Instance | undefined> {
    if (hasChanges(missed)) await instance.apply(missed);
    this.#successor = undefined;
    if (instance.failure !== undefined) {
      this.#current?.tolerate();
      return undefined;
    }
    this.#current?.kill();
    this.#current = instance;
    return instance;
  }

  #start(covers: number): Instance {
    const worker = this.#spare ?? this.#spawn();
    this.#spare = undefined;
    return new Instance(worker, this.options.limits, covers, this.options.onAttention);
  }

  #spawn(): RunningWorker {
    try {
      return this.options.spawn();
    } catch (error) {
      throw error instanceof EngineUnavailableError ? error : couldNotStart(wordsOf(error));
    }
  }
}

function couldNotStart(reason: string): EngineUnavailableError {
  return new EngineUnavailableError(
    `The graph database of this page could not be started (${reason}). Your changes are kept; please reload the page.`,
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
