/** Starts the engine's worker in a browser. */
import { wrap } from 'comlink';
import type { EngineWorker, RunningWorker } from './engine-worker';
import { EngineUnavailableError } from './graph-engine';

/** Says in words why this browser cannot run the engine; `undefined` when it can. */
export function browserProblem(): string | undefined {
  if (typeof WebAssembly !== 'object') {
    return 'This browser cannot run the graph database: WebAssembly is missing or switched off. Please use a current browser, and switch off any mode that forbids WebAssembly.';
  }
  if (typeof Worker !== 'function') {
    return 'This browser cannot run the graph database: it has no web workers. Please use a current browser.';
  }
  return undefined;
}

/**
 * Starts a worker with an empty database.
 * @throws EngineUnavailableError when the browser cannot run it
 */
export function spawnBrowserWorker(): RunningWorker {
  const problem = browserProblem();
  if (problem !== undefined) throw new EngineUnavailableError(problem);
  const worker = new Worker(new URL('./worker/engine.worker.ts', import.meta.url), { type: 'module' });
  return {
    calls: wrap<EngineWorker>(worker),
    died: new Promise((resolve) => {
      worker.addEventListener('error', (event) => {
        // Nothing else is said where the script could not be loaded at all.
        resolve(event.message === undefined || event.message === '' ? 'its code could not be loaded' : event.message);
      });
      worker.addEventListener('messageerror', () => resolve('an answer could not be read'));
    }),
    kill: () => worker.terminate(),
  };
}
