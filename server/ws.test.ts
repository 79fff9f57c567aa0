/** The server over real sockets: strangers, mistakes, two people editing, and coming back after a restart. */
import { expect, test } from 'vitest';
import { LIMITS } from '../src/shared/limits';
import { clientNo } from './testing/ids';
import { createNode, schemaOps, setName, setTitle } from './testing/ops';
import { tempDir } from './testing/temp-dir';
import { TestClient } from './testing/test-client';
import { testServer } from './testing/test-server';

const ANN = clientNo(1);
const BOB = clientNo(2);
const hello = { type: 'hello', protocolVersion: 1, clientId: ANN };
const errorOf = (code: string) => ({ type: 'error', code, reason: expect.stringMatching(/\w+.*\.$/) });

test.each([
  ['text that is not JSON', '{"type":'],
  ['a type that does not exist', { type: 'dance' }],
  ['a patch message without patches', { type: 'patch' }],
  ['a message with something extra', { type: 'ping', extra: 1 }],
])('%s is answered with an error, and the connection and the room go on', async (_, message) => {
  const server = await testServer();
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  await ann.join(ANN);
  ann.send(message);
  expect(await ann.next()).toEqual({ type: 'error', code: 'BAD_MESSAGE', reason: expect.any(String) });
  ann.patch(1, [setTitle('Still here')]);
  expect(await ann.next()).toMatchObject({ type: 'ack', seq: 1, serverVersion: 1 });
});

test('L8: binary messages and a second hello are refused, and the connection goes on', async () => {
  const server = await testServer();
  const ann = new TestClient(server.url, await server.newRoom());
  await ann.join(ANN);
  ann.socket.send(Buffer.from('{"type":"ping"}'));
  ann.send(hello);
  ann.send({ type: 'ping' });
  expect(await ann.next()).toEqual(errorOf('BAD_MESSAGE'));
  expect(await ann.next()).toEqual(errorOf('BAD_MESSAGE'));
  expect(await ann.next()).toEqual({ type: 'pong' });
});

test('L8: a message that is too large ends that connection alone', async () => {
  const server = await testServer();
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  const bob = new TestClient(server.url, room);
  await ann.join(ANN);
  await bob.join(BOB);
  ann.send('x'.repeat(LIMITS.messageBytes + 1));
  expect(await ann.closed).toBe(1009);
  bob.patch(1, [setTitle('Unharmed')]);
  expect(await bob.next()).toMatchObject({ type: 'ack', serverVersion: 1 });
  expect(server.problems).toEqual([expect.stringContaining('Max payload')]);
});

test('a room that does not exist is an error that says so', async () => {
  const server = await testServer();
  const ann = await new TestClient(server.url, 'no-such-room').open();
  ann.send(hello);
  expect(await ann.next()).toEqual(errorOf('NO_SUCH_ROOM'));
  expect(await ann.closed).toBe(4404);
});

test.each([
  ['older', { ...hello, protocolVersion: 0 }, 'Reload the page'],
  ['newer', { ...hello, protocolVersion: 99, andMore: true }, 'server has to be updated'],
])('W1: a client of an %s version is told what to do', async (_, message, advice) => {
  const server = await testServer();
  const ann = await new TestClient(server.url, await server.newRoom()).open();
  ann.send(message);
  const answer = await ann.next();
  expect(answer).toEqual(errorOf('WRONG_VERSION'));
  expect(answer).toMatchObject({ reason: expect.stringContaining(advice) });
  expect(await ann.closed).toBe(4426);
});

test('W2: a patch before hello is an error and has no effect', async () => {
  const server = await testServer();
  const room = await server.newRoom();
  const ann = await new TestClient(server.url, room).open();
  ann.patch(1, [setTitle('Too soon')]);
  expect(await ann.next()).toEqual(errorOf('NOT_YET'));
  expect(await ann.closed).toBe(4400);
  expect(await new TestClient(server.url, room).join(BOB)).toMatchObject({ serverVersion: 0 });
});

test('who never says hello is shown out', async () => {
  const server = await testServer({ helloTimeout: 20 });
  const ann = await new TestClient(server.url, await server.newRoom()).open();
  expect(await ann.next()).toEqual(errorOf('NOT_YET'));
  expect(await ann.closed).toBe(4400);
});

test('a WebSocket at another path is not opened', async () => {
  const server = await testServer();
  await expect(new TestClient(`${server.url}/elsewhere`, 'x').open()).rejects.toThrow('404');
});

test('L1: two people see each other’s edits, and who comes late sees all of them', async () => {
  const server = await testServer();
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  const bob = new TestClient(server.url, room);
  await ann.join(ANN);
  await bob.join(BOB);
  ann.patch(1, [...schemaOps, createNode(1)]);
  expect(await ann.next()).toMatchObject({ type: 'ack', serverVersion: 1 });
  expect(await bob.next()).toMatchObject({ type: 'patch_broadcast', patches: [{ serverVersion: 1, clientId: ANN }] });
  bob.patch(1, [setName(1, 'Zoë')]);
  expect(await bob.next()).toMatchObject({ type: 'ack', serverVersion: 2 });
  expect(await ann.next()).toMatchObject({ type: 'patch_broadcast', patches: [{ ops: [setName(1, 'Zoë')] }] });

  const late = new TestClient(server.url, room);
  expect(await late.join(clientNo(3))).toMatchObject({ serverVersion: 2, snapshot: { version: 0 } });
  expect(await late.next()).toMatchObject({ patches: [{ serverVersion: 1 }, { serverVersion: 2 }] });
});

test('a client that does not answer pings is cut off', async () => {
  const server = await testServer({ heartbeat: 20 });
  const ann = new TestClient(server.url, await server.newRoom());
  await ann.join(ANN);
  ann.socket.pong = () => {};
  expect(await ann.closed).toBe(1006);
});

test('a client that does not read is cut off before it costs much memory', async () => {
  const server = await testServer({ maxBufferedBytes: 100_000 });
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  const deaf = new TestClient(server.url, room);
  await ann.join(ANN);
  await deaf.join(BOB);
  deaf.socket.pause();
  const long = 'x'.repeat(LIMITS.textLength);
  ann.patch(1, [...schemaOps, createNode(1)]);
  for (let seq = 2; server.problems.length === 0; seq += 1) {
    await ann.next();
    ann.patch(seq, [setName(1, long)]);
  }
  expect(server.problems[0]).toMatch(/too slowly/);
  expect(await new TestClient(server.url, room).join(clientNo(3))).toMatchObject({ lastSeq: 0 });
  deaf.socket.terminate();
});

test('a restart says so to everyone, and loses nothing', async () => {
  const dataDir = tempDir();
  const first = await testServer({ dataDir });
  const room = await first.newRoom();
  const ann = new TestClient(first.url, room);
  const { roomEpoch } = await ann.join(ANN);
  ann.patch(1, [setTitle('Kept')]);
  ann.patch(2, 'nonsense');
  await ann.next();
  const refusal = await ann.next();
  await first.close();
  expect(await ann.closed).toBe(1012);
  expect(first.problems).toEqual([]);

  const second = await testServer({ dataDir });
  const back = new TestClient(second.url, room);
  const welcome = await back.join(ANN, { roomEpoch, lastVersion: 1 });
  expect(welcome).toEqual({ type: 'welcome', protocolVersion: 1, roomEpoch, serverVersion: 1, lastSeq: 2 });
  back.patch(2, [setTitle('Now well-formed, and still refused')]);
  expect(await back.next()).toEqual(refusal);
  back.patch(3, [setTitle('Goes on')]);
  expect(await back.next()).toMatchObject({ type: 'ack', seq: 3, serverVersion: 2 });
});

test('what was sent just before a stop is either acknowledged and kept, or neither', async () => {
  const dataDir = tempDir();
  const first = await testServer({ dataDir });
  const room = await first.newRoom();
  const ann = new TestClient(first.url, room);
  await ann.join(ANN);
  for (let seq = 1; seq <= 50; seq += 1) ann.patch(seq, [setTitle(`Title ${seq}`)]);
  let acknowledged = 0;
  ann.socket.on('message', (data) => {
    acknowledged += data.toString().split('"ack"').length - 1;
  });
  await ann.next();
  await first.close();
  await ann.closed;

  const second = await testServer({ dataDir });
  const welcome = await new TestClient(second.url, room).join(BOB);
  expect(acknowledged).toBeGreaterThan(0);
  expect(welcome.serverVersion).toBeGreaterThanOrEqual(acknowledged);
});
