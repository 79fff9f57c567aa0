/** Connections that never say who they are, or take their time: they hold little, and not for long. */

import { describe, expect, test } from 'vitest';
import { byKind } from '../../src/shared/graph/model';
import { CLOSE_CODES } from '../../src/shared/protocol/version';
import { clientNo } from '../testing/ids';
import { RawClient } from '../testing/raw-client';
import { rawSocket } from '../testing/raw-socket';
import { TestClient } from '../testing/test-client';
import { testServer } from '../testing/test-server';
import { type Exchange, exchange, statusesOf } from './testing/exchange';
import { knock } from './testing/knock';
import { neighbour } from './testing/neighbour';

/** A WebSocket frame of text as browsers send it, masked with zeros. Only its head, where the text is left out. */
function frameHead(length: number): Buffer {
  const head = Buffer.alloc(14);
  head[0] = 0x81;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/** Sends bytes one at a time until the other side ends the connection, and resolves then with how many that were. */
async function drip(socket: Exchange['socket'], every: number, bytes: () => Uint8Array | string): Promise<number> {
  let sent = 0;
  const timer = setInterval(() => {
    if (socket.writable) socket.write(bytes());
    sent += 1;
  }, every);
  // Not `once` of node:events: it takes a connection that was reset for a failure, and that is an end like any other.
  if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve));
  clearInterval(timer);
  return sent;
}

describe('before hello', () => {
  test('a flood of connections that say nothing is turned away and ended, and the places come back', async () => {
    const server = await testServer({ limits: { helloTimeout: 3_000, connectionsPerAddress: 40 } });
    const honest = await neighbour(server);
    const clients = Array.from({ length: 120 }, () => knock(server, `/parties/room/${honest.room}`));
    const answers = await Promise.all(clients);
    // One place is the neighbour's.
    expect(answers.filter(({ status }) => status === 101)).toHaveLength(39);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(81);
    const opened = answers.filter(({ status }) => status === 101).map(({ socket }) => new RawClient(socket));
    await honest.goesOn();
    for (const client of opened) {
      await client.hear(() => false);
      expect(client.closedWith).toBe(CLOSE_CODES.badProtocol);
    }
    await expect.poll(async () => (await knock(server, `/parties/room/${honest.room}`)).status).toBe(101);
    await honest.goesOn();
  });

  test('a hello that comes byte by byte is not waited for, nor for the answer to the goodbye', async () => {
    const server = await testServer({ limits: { helloTimeout: 3_000, connectionsPerAddress: 21 } });
    const honest = await neighbour(server);
    const begun = Date.now();
    const slow = await Promise.all(Array.from({ length: 20 }, () => rawSocket(server.port, honest.room)));
    const ends = slow.map(async ({ socket }) => {
      socket.write(frameHead(1_000));
      await drip(socket, 20, () => 'x');
    });
    expect((await knock(server, `/parties/room/${honest.room}`)).status).toBe(429);
    await honest.goesOn();
    await Promise.all(ends);
    // Far less than the 30 s that a WebSocket's goodbye may take.
    expect(Date.now() - begun).toBeLessThan(20_000);
    await expect.poll(async () => (await knock(server, `/parties/room/${honest.room}`)).status).toBe(101);
    await honest.goesOn();
  });

  test('a huge hello is cut off before it is there, however it is announced', async () => {
    const server = await testServer();
    const honest = await neighbour(server);
    const chunk = Buffer.alloc(8 * 1024, 'x');
    for (const announced of [1_000_000, 4 * 1024 * 1024]) {
      const { socket } = await rawSocket(server.port, honest.room);
      socket.write(frameHead(announced));
      const chunks = await drip(socket, 1, () => chunk);
      expect(chunks * chunk.length).toBeLessThan(announced);
    }
    // A frame that is announced as bigger than any may be is not even begun.
    const { socket, closeCode } = await rawSocket(server.port, honest.room);
    socket.write(frameHead(2 ** 40));
    expect(await closeCode).toBe(1009);
    // Many small ones are as much.
    const client = await new RawClient((await knock(server, `/parties/room/${honest.room}`)).socket).open();
    for (let n = 0; n < 50; n += 1) client.say(`{"type":"nonsense","text":"${'x'.repeat(1_000)}"}`);
    await client.hear(() => false);
    expect(client.closedWith).toBeDefined();
    await honest.goesOn();
  });

  test.each(['patch', 'presence', 'person', 'check', 'checked', 'auth', 'ping'])(
    'W2: nothing is done for a message of type %s',
    async (type) => {
      const server = await testServer();
      const honest = await neighbour(server);
      const part = { count: 0, hash: '0000000000000000' };
      const fields: Record<string, object> = {
        patch: { patches: [{ seq: 1, ops: [] }] },
        presence: { cursor: { x: 1, y: 1 } },
        person: { person: { name: 'Eve', color: '#000000' } },
        checked: {
          version: 0,
          digest: byKind(() => part),
        },
        auth: { token: 'x' },
      };
      const eve = await new TestClient(server.url, honest.room).open();
      eve.send({ type, ...fields[type] });
      expect(await eve.next()).toMatchObject({ type: 'error', code: 'NOT_YET' });
      expect(await eve.closed).toBe(CLOSE_CODES.badProtocol);
      await honest.goesOn();
    },
  );

  test('hello is answered once, and what comes meanwhile is little', async () => {
    const server = await testServer();
    const honest = await neighbour(server);
    const eve = await new TestClient(server.url, honest.room).open();
    for (let n = 0; n < 3; n += 1) eve.greet(clientNo(1));
    expect(await eve.next()).toMatchObject({ type: 'welcome' });
    const said = [await eve.next(), await eve.next(), await eve.next()];
    expect(said.filter((message) => message.type === 'error')).toHaveLength(2);
    await honest.goesOn();
  });
});

describe('over HTTP', () => {
  test('who sends headers or a body slowly, or nothing at all, is cut off', async () => {
    const server = await testServer();
    const honest = await neighbour(server);
    const head = 'POST /api/rooms HTTP/1.1\r\nHost: localhost\r\n';
    const body = 'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n';
    const nothing = exchange(server);
    const headers = exchange(server, head);
    const bodies = exchange(server, head + body);
    const chunks = exchange(server, `${head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const dripping = [
      drip(headers.socket, 500, () => 'X-Slow: 1\r\n'),
      drip(bodies.socket, 500, () => ' '),
      drip(chunks.socket, 500, () => '1\r\n \r\n'),
    ];
    expect(statusesOf(await nothing.all)).toEqual([408]);
    expect(statusesOf(await headers.all)).toEqual([408]);
    await honest.goesOn();
    expect(statusesOf(await bodies.all)).toEqual([408]);
    expect(statusesOf(await chunks.all)).toEqual([408]);
    await Promise.all(dripping);
    await honest.goesOn();
  }, 60_000);

  test('headers are held to a size and a number', async () => {
    const server = await testServer();
    const honest = await neighbour(server);
    const [long, many] = ['x'.repeat(100_000), Array.from({ length: 20_000 }, (_, n) => `X-${n}: 1\r\n`).join('')];
    for (const text of [`GET /${long} HTTP/1.1\r\n`, `GET / HTTP/1.1\r\nX: ${long}\r\n`, `GET / HTTP/1.1\r\n${many}`]) {
      expect(statusesOf(await exchange(server, text).all)).toEqual([431]);
    }
    await honest.goesOn();
  });
});
