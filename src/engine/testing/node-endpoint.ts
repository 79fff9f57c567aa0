/** A port of Node's as comlink wants it. (The adapter that comes with comlink has no types that resolve.) */
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Endpoint } from 'comlink';

export function endpointOf(port: MessagePort | Worker): Endpoint {
  const handlers = new WeakMap<object, (data: unknown) => void>();
  return {
    postMessage: (message) => port.postMessage(message),
    addEventListener: (_type, listener) => {
      const handler = (data: unknown) => {
        const event = new MessageEvent('message', { data });
        if (typeof listener === 'function') listener(event);
        else listener.handleEvent(event);
      };
      handlers.set(listener, handler);
      port.on('message', handler);
    },
    removeEventListener: (_type, listener) => {
      const handler = handlers.get(listener);
      if (handler !== undefined) port.off('message', handler);
    },
  };
}
