/** Computes in a worker of its own, so that the page goes on meanwhile. */
import { parseAnswer, type Task } from './messages';

export interface Waiting {
  /** Stops it: the worker is ended at once, whatever it does. */
  readonly stop: AbortSignal;
  /** Told now and then how much is done, from 0 to 1; not by every algorithm. */
  readonly onProgress: (done: number) => void;
}

/** What the algorithm finds of each node. Rejects when it fails, and when it is stopped. */
export type Computing = (task: Task, waiting: Waiting) => Promise<Float64Array>;

export const computeInWorker: Computing = (task, { stop, onProgress }) => {
  const worker = new Worker(new URL('./algorithms.worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<Float64Array>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`The algorithms' worker: ${reason}`));
    stop.addEventListener('abort', () => fail('it was stopped'));
    worker.addEventListener('error', ({ message }) => fail(message ?? 'its code could not be loaded'));
    worker.addEventListener('messageerror', () => fail('its answer could not be read'));
    worker.addEventListener('message', ({ data }) => {
      try {
        const said = parseAnswer(data);
        if (said.is === 'progress') onProgress(said.done);
        else resolve(said.values);
      } catch (error) {
        reject(error);
      }
    });
  });
  worker.postMessage(task);
  return answer.finally(() => worker.terminate());
};
