/** Asks for a WebSocket, and finds out how that is answered. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { TestServer } from '../../testing/test-server';

export interface Answered {
  /** 101 when it was opened. */
  readonly status: number;
  readonly socket: WebSocket;
}

/** @param path `/parties/room/…`, or whatever is to be tried */
export async function knock(
  server: Pick<TestServer, 'url'>,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers });
  const status = new Promise<number>((resolve, reject) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.once('error', reject);
  });
  return { status: await status, socket };
}

/** Ends a connection, and waits until it has ended here. */
export async function hangUp({ socket }: Answered): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return;
  const closed = once(socket, 'close');
  socket.terminate();
  await closed;
}
