/** Starts the worker that searches. */
import { wrap } from 'comlink';
import type { RunningSearch, SearchWorker } from './search-worker';

export function spawnSearchWorker(): RunningSearch {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  return {
    calls: wrap<SearchWorker>(worker),
    died: new Promise((resolve) => {
      // Nothing is said where the script could not be loaded at all.
      worker.addEventListener('error', ({ message }) => resolve(message || 'its code could not be loaded'));
      worker.addEventListener('messageerror', () => resolve('an answer could not be read'));
    }),
    kill: () => worker.terminate(),
  };
}
