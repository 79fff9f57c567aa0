import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { assert } from '../../src/shared/assert';
import { turnAway } from './turn-away';

const UPGRADE = 'GET /no/such/place HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

/** A server that takes no upgrade. */
async function refusing() {
  const server = createServer();
  const sockets: { readonly isOpen: () => boolean }[] = [];
  server.on('upgrade', (_request, socket) => {
    sockets.push({ isOpen: () => !socket.destroyed });
    turnAway(socket, '404 Not Found');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  assert(typeof address === 'object' && address !== null, 'a listening server has an address');
  const client = () => connect({ port: address.port, host: '127.0.0.1', allowHalfOpen: true });
  return { client, sockets };
}

test('who asks is told, and the connection ends though they keep their end of it open', async () => {
  const { client, sockets } = await refusing();
  const socket = client().setEncoding('utf8');
  socket.write(UPGRADE);
  let answer = '';
  for await (const text of socket) answer += text;
  expect(answer).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
  expect(sockets.map((each) => each.isOpen())).toEqual([false]);
  socket.destroy();
});

test('who is gone before the answer does no harm', async () => {
  const { client, sockets } = await refusing();
  for (let n = 0; n < 50; n += 1) {
    const socket = client();
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    // What is left unread makes the server's answer meet a reset.
    socket.write(UPGRADE + 'x'.repeat(70_000), () => socket.resetAndDestroy());
    await once(socket, 'close');
  }
  const last = client();
  last.write(UPGRADE);
  await once(last, 'data');
  expect(sockets.length).toBeGreaterThan(1);
  last.destroy();
});
