/** Lays out in a worker of its own, so that the page goes on meanwhile. */
import { type LayoutAnswer, type LayoutRequest, parseLayoutAnswer } from './messages';

/**
 * Rejects when the worker fails, and when it is stopped: then the worker is ended at once, whatever it does.
 */
export function layOutInWorker(request: LayoutRequest, stop: AbortSignal): Promise<LayoutAnswer> {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<LayoutAnswer>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`The layout worker: ${reason}`));
    stop.addEventListener('abort', () => fail('it was stopped'));
    worker.addEventListener('error', ({ message }) => fail(message ?? 'its code could not be loaded'));
    worker.addEventListener('messageerror', () => fail('its answer could not be read'));
    worker.addEventListener('message', ({ data }) => {
      try {
        resolve(parseLayoutAnswer(data));
      } catch (error) {
        reject(error);
      }
    });
  });
  worker.postMessage(request);
  return answer.finally(() => worker.terminate());
}
