/** A real HTTP server that answers what a test says. */
import { createServer, type IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';
import { assert } from '../../shared/assert';

export interface Answer {
  readonly status: number;
  /** JSON, or any text. */
  readonly body: unknown;
}

/** @returns where it is */
export async function answeringServer(answer: (request: IncomingMessage) => Answer): Promise<string> {
  const server = createServer((request, response) => {
    const { status, body } = answer(request);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  assert(typeof address === 'object' && address !== null, 'a listening server has no address');
  return `http://127.0.0.1:${address.port}`;
}
