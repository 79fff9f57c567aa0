/** The server over real sockets: strangers, mistakes, two people editing, and coming back after a restart. */
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { realClock } from '../src/shared/clock';
import { LIMITS } from '../src/shared/limits';
import { PROTOCOL_VERSION } from '../src/shared/protocol/version';
import { TEST_SECRET } from '../src/shared/testing/test-client-ids';
import type { RoomLimits } from './room-ports';
import { clientNo } from './testing/ids';
import { createNode, schemaOps, setName, setTitle } from './testing/ops';
import { ANYONE } from './testing/people';
import { tempDir } from './testing/temp-dir';
import { TestClient } from './testing/test-client';
import { testServer } from './testing/test-server';
import { isGone } from './ws';

const ANN = clientNo(1);
const BOB = clientNo(2);
const hello = {
  type: 'hello',
  protocolVersion: PROTOCOL_VERSION,
  clientId: ANN,
  clientSecret: TEST_SECRET,
  person: ANYONE,
};
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
  expect(server.problems).toEqual([expect.stringContaining('was cut off')]);
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
  const server = await testServer({ limits: { helloTimeout: 20 } });
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

test('one ping without an answer is enough, but not for who has to read much else before it', () => {
  expect([0, 1].map((pings) => isGone(pings, 0))).toEqual([false, true]);
  expect([0, 1, 5, 6].map((pings) => isGone(pings, 1))).toEqual([false, false, false, true]);
});

test('a client that is heard of is alive, even when it answers no ping', async () => {
  const server = await testServer({ heartbeat: 20 });
  const ann = new TestClient(server.url, await server.newRoom());
  await ann.join(ANN);
  ann.socket.pong = () => {};
  for (let pings = 0; pings < 5; pings += 1) {
    await once(ann.socket, 'ping');
    ann.send({ type: 'ping' });
    expect(await ann.next()).toEqual({ type: 'pong' });
  }
  expect(await ann.closed).toBe(1006); // Now it is not.
});

/** A room with someone who has stopped reading, and someone who edits until the server has noticed. */
async function slowScene(limits: Partial<RoomLimits>) {
  const server = await testServer({ roomLimits: { patchBacklog: 200_000, ...limits } });
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  const slow = new TestClient(server.url, room);
  await ann.join(ANN);
  await slow.join(BOB);
  slow.socket.pause();
  const long = 'x'.repeat(LIMITS.textLength);
  let version = 1;
  ann.patch(1, [...schemaOps, createNode(1)]);
  await ann.next();
  const edit = async () => {
    version += 1;
    ann.patch(version, [setName(1, `${version} ${long.slice(10)}`)]);
    await ann.next();
  };
  const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
  while (!(await metrics()).includes('kumiko_slow_consumers_total{what="behind"} 1')) await edit();
  await edit();
  return { server, room, ann, slow, edit, lastVersion: () => version };
}

test('L11: who reads again after a while is brought up to date on the same connection', async () => {
  const { slow, edit, lastVersion } = await slowScene({});
  slow.socket.resume();
  const versions: number[] = [];
  let welcomes = 0;
  while (versions.at(-1) !== lastVersion()) {
    const message = await slow.next();
    if (message.type === 'welcome') {
      welcomes += 1;
      if (message.snapshot !== undefined) versions.splice(0, versions.length, message.snapshot.version);
    } else if (message.type === 'patch_broadcast') {
      versions.push(...message.patches.map(({ serverVersion }) => serverVersion));
    }
  }
  expect(welcomes).toBe(1);
  const [first = 0] = versions;
  expect(versions).toEqual(versions.map((_, index) => first + index));
  await edit();
  expect(await slow.next()).toMatchObject({ patches: [{ serverVersion: lastVersion() }] });
});

test('L11: who does not read again is cut off, and told why', async () => {
  const { server, slow } = await slowScene({ patience: 50 });
  await vi.waitFor(() => expect(server.problems).toEqual([expect.stringMatching(/too slowly/)]));
  slow.socket.resume();
  for (let last = await slow.next(); last.type !== 'error'; last = await slow.next()) {
    expect(last.type).toBe('patch_broadcast');
  }
  expect(await slow.closed).toBe(1013);
});

test('P1, P2: people see each other come, move and go', async () => {
  const server = await testServer();
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  await ann.join(ANN, { person: { name: 'Ann', color: '#aa0000' } });
  const bob = new TestClient(server.url, room);
  await bob.join(BOB, { person: { name: 'Bob', color: '#00bb00' } });
  expect(await bob.nextOfAll()).toMatchObject({
    peers: [{ clientId: ANN, person: { name: 'Ann' }, cursor: null, drag: [] }],
  });
  expect(await ann.nextOfAll()).toMatchObject({ peers: [{ clientId: BOB, person: { name: 'Bob' } }] });
  ann.send({ type: 'presence', cursor: { x: 1, y: 2 } });
  expect(await bob.nextOfAll()).toEqual({ type: 'presence', peers: [{ clientId: ANN, cursor: { x: 1, y: 2 } }] });
  bob.send({ type: 'person', person: { name: 'Bobby', color: '#00bb00' } });
  expect(await ann.nextOfAll()).toEqual({
    type: 'presence',
    peers: [{ clientId: BOB, role: 'owner', person: { name: 'Bobby', color: '#00bb00' } }],
  });
  bob.socket.close();
  expect(await ann.nextOfAll()).toEqual({ type: 'presence', peers: [], left: [BOB] });
});

test('L10: who sends patches too fast is told so, stays, and gets them in later', async () => {
  let now = 0;
  const server = await testServer({
    limits: { patchRate: { perSecond: 10, burst: 2 } },
    clock: { ...realClock, now: () => now },
  });
  const ann = new TestClient(server.url, await server.newRoom());
  await ann.join(ANN);
  for (let seq = 1; seq <= 4; seq += 1) ann.patch(seq, [setTitle(`Title ${seq}`)]);
  expect(await ann.next()).toMatchObject({ type: 'ack', seq: 1 });
  expect(await ann.next()).toMatchObject({ type: 'ack', seq: 2 });
  expect(await ann.next()).toMatchObject({ type: 'nack', seq: 3, code: 'RATE_LIMITED', retryable: true });
  expect(await ann.next()).toMatchObject({ type: 'nack', seq: 4, code: 'OUT_OF_ORDER', retryable: true });
  now = 100;
  ann.patch(3, [setTitle('Title 3')]);
  expect(await ann.next()).toMatchObject({ type: 'ack', seq: 3 });
});

test.each([
  ['presence', { type: 'presence', cursor: null }],
  ['pings', { type: 'ping' }],
  ['bad messages', 'This is not JSON.'],
  ['checks', { type: 'check' }],
])('L10: of too many %s some are dropped, and once a second that is said', async (what, message) => {
  let now = 0;
  const clock = { ...realClock, now: () => now };
  const server = await testServer({ limits: { messageRate: { perSecond: 1, burst: 3 } }, clock });
  const ann = new TestClient(server.url, await server.newRoom());
  await ann.join(ANN);
  /** All that is said until a patch is answered, that it was dropped and anything else. */
  const answers = async (seq: number) => {
    ann.patch(seq, [setTitle('Done')]);
    const found = { dropped: 0, other: 0 };
    for (let next = await ann.next(); next.type !== 'ack'; next = await ann.next()) {
      if (next.type === 'error' && next.code === 'RATE_LIMITED') found.dropped += 1;
      else found.other += 1;
    }
    return found;
  };
  const answered = what === 'presence' ? 0 : 1;
  for (let n = 0; n < 20; n += 1) ann.send(message);
  expect(await answers(1)).toEqual({ dropped: 1, other: 3 * answered });
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain('kumiko_messages_dropped_total 17');
  expect(metrics.includes('kumiko_presence_dropped_total{why="rate"} 17')).toBe(what === 'presence');
  now = 1_000;
  for (let n = 0; n < 20; n += 1) ann.send(message);
  expect(await answers(2)).toEqual({ dropped: 1, other: answered });
});

test('L10: a server that is stopping says of what has arrived that it was not taken, and closes in order', async () => {
  const server = await testServer();
  const ann = new TestClient(server.url, await server.newRoom());
  await ann.join(ANN);
  const arrived = new Promise<void>((resolve) => {
    const patch = { type: 'patch', patches: [{ seq: 1, ops: [setTitle('While it stops')] }] };
    ann.socket.send(JSON.stringify(patch), () => resolve());
  });
  const closing = server.close(); // Before the server has had a turn to read what was sent.
  await arrived;
  expect(await ann.next()).toMatchObject({ type: 'nack', seq: 1, code: 'SHUTTING_DOWN', retryable: true });
  expect(await ann.closed).toBe(1012);
  await closing;
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
  expect(welcome).toMatchObject({
    type: 'welcome',
    protocolVersion: PROTOCOL_VERSION,
    roomEpoch,
    serverVersion: 1,
    lastSeqs: { [ANN]: 2 },
  });
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
