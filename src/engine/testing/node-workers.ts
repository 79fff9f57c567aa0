/** Workers for the engine in Node: the real database, in this thread or in one of its own. */
import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import type { EngineWorker, RunningWorker } from '../engine-worker';
import { endpointOf } from './node-endpoint';
import { KuzuGraph } from './node-kuzu';

/** A worker that can be made to fail. */
export interface FragileWorker extends RunningWorker {
  /** As when the browser ends the worker for want of memory: calls in flight are never answered. */
  die(reason: string): void;
}

/** In this thread: quick to start. Arguments and results are cloned, as on their way to a thread and back. */
export function spawnHere(wrapCalls: (calls: EngineWorker) => EngineWorker = (calls) => calls): FragileWorker {
  const graph = wrapCalls(new KuzuGraph());
  let die: (reason: string) => void = () => {};
  const died = new Promise<string>((resolve) => {
    die = resolve;
  });
  let dead = false;
  void died.then(() => {
    dead = true;
  });
  const answered = async <T>(result: Promise<T>): Promise<T> => {
    const value = structuredClone(await result);
    return dead ? new Promise<T>(() => {}) : value;
  };
  return {
    calls: {
      load: (snapshot) => answered(graph.load(structuredClone(snapshot))),
      apply: (changes) => answered(graph.apply(structuredClone(changes))),
      query: (cypher, parameters) => answered(graph.query(cypher, structuredClone(parameters))),
      ask: (cypher, parameters, limits) => answered(graph.ask(cypher, structuredClone(parameters), limits)),
    },
    died,
    die,
    kill: () => {
      dead = true;
    },
  };
}

/** In a thread of its own, which can be ended while it is busy. */
export function spawnThread(): FragileWorker {
  const thread = new Worker(new URL('./thread.mjs', import.meta.url));
  return {
    calls: wrap<EngineWorker>(endpointOf(thread)),
    died: new Promise((resolve) => {
      thread.on('error', (error) => resolve(error.message));
      thread.on('exit', () => resolve('its thread ended'));
    }),
    die: () => void thread.terminate(),
    kill: () => void thread.terminate(),
  };
}
