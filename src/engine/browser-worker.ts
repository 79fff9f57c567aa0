/** Starts the engine's worker in a browser. */
import wasmUrl from 'virtual:kuzu-wasm-url';
import { transfer, wrap } from 'comlink';
import { EngineCode, fetchCode } from './engine-code';
import type { BrowserEngineWorker, EngineWorker, ForkWorker, RunningWorker } from './engine-worker';
import { EngineUnavailableError } from './graph-engine';
import { wordsOf } from './instance';

/** On its way from now on: whoever opens this page will need it, and a graph opened from here finds it in the cache. */
const engineCode = new EngineCode(() => fetchCode(wasmUrl));

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
export function spawnBrowserWorker(): RunningWorker<EngineWorker & ForkWorker> {
  const problem = browserProblem();
  if (problem !== undefined) throw new EngineUnavailableError(problem);
  const worker = new Worker(new URL('./worker/engine.worker.ts', import.meta.url), { type: 'module' });
  const calls = wrap<BrowserEngineWorker>(worker);
  const lifeline = `kumiko-engine ${performance.timeOrigin} ${Math.random()}`;
  const started = engineCode.giveTo((code) =>
    calls.start(code instanceof ArrayBuffer ? transfer(code, [code]) : code, lifeline),
  );
  return {
    calls,
    died: new Promise((resolve) => {
      started
        .then(() => letGo(lifeline))
        .then(
          () => resolve('the browser ended it'),
          (error: unknown) => resolve(`its code could not be loaded: ${wordsOf(error)}`),
        );
      worker.addEventListener('error', (event) => {
        // Nothing else is said where the script could not be loaded at all.
        resolve(event.message === undefined || event.message === '' ? 'its code could not be loaded' : event.message);
      });
      worker.addEventListener('messageerror', () => resolve('an answer could not be read'));
    }),
    kill: () => worker.terminate(),
  };
}

/**
 * Resolves when the worker that holds the lock is gone: browsers say nothing of it when they end a worker. Where there are
 * no locks it never does, and a worker that is gone is found out when it does not answer.
 */
async function letGo(lifeline: string): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(lifeline, () => undefined);
  else await new Promise<never>(() => undefined);
}
