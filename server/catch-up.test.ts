/** What a client is sent when it joins. */
import { expect, test, vi } from 'vitest';
import { must } from '../src/shared/assert';
import { WIDEST_LIMITS } from '../src/shared/graph/graph-limits';
import { toSnapshot } from '../src/shared/graph/snapshot';
import { PROTOCOL_VERSION } from '../src/shared/protocol/version';
import { loadRoom } from './load-room';
import { unpackSnapshot } from './packed-snapshot';
import { memoryStorage } from './storage/memory-storage';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { createNode, schemaOps, setName, setTitle } from './testing/ops';
import { ANYONE } from './testing/people';
import { testRooms } from './testing/test-rooms';

const ANN = clientNo(1);
const BOB = clientNo(2);

/** A room whose title was set `patches` times by Ann, in commits of one. */
function titled(patches: number, ports: Parameters<typeof testRooms>[1] = {}) {
  const storage = memoryStorage();
  const { rooms, problems } = testRooms(storage, ports);
  const id = rooms.create();
  const ann = new FakeMember(ANN).join(rooms, id);
  const epoch = must(storage.room(id), 'the room').epoch;
  const title = (count: number, from: number) => {
    for (let n = from; n < from + count; n += 1) {
      ann.submit(n, [setTitle(`Title ${n}`)]);
      rooms.flush();
    }
  };
  title(patches, 1);
  return { storage, rooms, problems, id, ann, epoch, title };
}

const versions = (member: FakeMember) =>
  member
    .take()
    .flatMap((message) => (message.type === 'patch_broadcast' ? message.patches : []))
    .map(({ serverVersion }) => serverVersion);

test('a new client of an empty room starts over from the empty graph', () => {
  const { rooms, id, epoch } = titled(0);
  const bob = new FakeMember(BOB).join(rooms, id);
  expect(bob.take()).toEqual([
    {
      type: 'welcome',
      protocolVersion: PROTOCOL_VERSION,
      role: 'editor',
      limits: WIDEST_LIMITS,
      roomEpoch: epoch,
      serverVersion: 0,
      lastSeqs: { [BOB]: 0 },
      snapshot: { version: 0 },
    },
  ]);
});

test('a client that comes back is sent just what it missed, its own patches too, in one frame', () => {
  const { rooms, id, epoch, ann } = titled(5);
  ann.leave();
  const back = new FakeMember(ANN).join(rooms, id, { roomEpoch: epoch, lastVersion: 3 });
  expect(back.frames).toHaveLength(1);
  expect(back.frames[0]?.[0]).toEqual({
    type: 'welcome',
    protocolVersion: PROTOCOL_VERSION,
    role: 'editor',
    limits: WIDEST_LIMITS,
    roomEpoch: epoch,
    serverVersion: 5,
    lastSeqs: { [ANN]: 5 },
    authors: { [ANN]: ANYONE.name },
  });
  expect(versions(back)).toEqual([4, 5]);
});

test('a client that missed nothing is sent a welcome alone', () => {
  const { rooms, id, epoch } = titled(5);
  const bob = new FakeMember(BOB).join(rooms, id, { roomEpoch: epoch, lastVersion: 5 });
  expect(bob.take()).toEqual([expect.objectContaining({ type: 'welcome', serverVersion: 5, lastSeqs: { [BOB]: 0 } })]);
});

test.each([
  ['knows another epoch', { roomEpoch: 'another', lastVersion: 2 }],
  ['is ahead of the server', { roomEpoch: 'same', lastVersion: 6 }],
  ['knows no epoch', { roomEpoch: undefined, lastVersion: 2 }],
  ['has nothing', { roomEpoch: 'same' }],
])('a client that %s starts over', (_, known) => {
  const { rooms, id, epoch } = titled(5);
  const roomEpoch = known.roomEpoch === 'same' ? epoch : known.roomEpoch;
  const bob = new FakeMember(BOB).join(rooms, id, { ...known, roomEpoch });
  expect(bob.frames[0]?.[0]).toMatchObject({ type: 'welcome', serverVersion: 5, snapshot: { version: 0 } });
  expect(versions(bob)).toEqual([1, 2, 3, 4, 5]);
});

test('where the log is too long, a snapshot is made first, and only the patches after it are sent', async () => {
  const storage = memoryStorage();
  const { rooms } = testRooms(storage, { catchUp: { patches: 3, bytes: 1_000_000 } });
  const id = rooms.create();
  const ann = new FakeMember(ANN).join(rooms, id);
  ann.submit(1, schemaOps);
  ann.submit(2, [createNode(1), setName(1, 'Ann')]);
  for (let seq = 3; seq <= 6; seq += 1) ann.submit(seq, [setTitle(`Title ${seq}`)]);
  rooms.flush();

  const bob = new FakeMember(BOB).join(rooms, id);
  bob.submit(1, [setTitle('Too soon')]);
  expect(bob.take()).toEqual([expect.objectContaining({ type: 'error', code: 'NOT_YET' })]);
  ann.submit(7, [setTitle('Meanwhile')]);
  await vi.waitFor(() => expect(bob.frames).toHaveLength(1));
  expect(bob.frames[0]?.[0]).toMatchObject({
    type: 'welcome',
    serverVersion: 7,
    lastSeqs: { [BOB]: 0 },
    snapshot: { version: 6, url: `/api/rooms/${id}/snapshots/6` },
  });
  expect(versions(bob)).toEqual([7]);

  const { graph } = unpackSnapshot(must(storage.snapshot(id, 6), 'the snapshot').gzip);
  expect(toSnapshot(graph)).toMatchObject({ title: 'Title 6', nodes: [{ properties: { name: 'Ann' } }] });
  bob.submit(1, [setTitle('Now')]);
  rooms.flush();
  expect(bob.take()).toEqual([{ type: 'ack', seq: 1, serverVersion: 8, skipped: [] }]);
});

test.each([
  ['patches', { patches: 3, bytes: 1_000_000 }],
  ['bytes', { patches: 1_000, bytes: 60 }],
])('a client that missed too many %s starts over instead of being sent them one by one', async (_, catchUp) => {
  const { rooms, id, epoch } = titled(8, { catchUp });
  const bob = new FakeMember(BOB).join(rooms, id, { roomEpoch: epoch, lastVersion: 1 });
  await vi.waitFor(() => expect(bob.frames).toHaveLength(1));
  expect(bob.frames[0]?.[0]).toMatchObject({ type: 'welcome', snapshot: { version: expect.any(Number) } });
});

test('a client that missed what is no longer in the log starts over from the snapshot', async () => {
  const { storage, rooms, id, epoch } = titled(4, { catchUp: { patches: 3, bytes: 1_000_000 } });
  await rooms.get(id)?.snapshotting;
  const join = (lastVersion: number) => new FakeMember(BOB).join(rooms, id, { roomEpoch: epoch, lastVersion });
  expect(join(3).take()[0]).not.toHaveProperty('snapshot');
  expect(storage.compactLog(id, Number.POSITIVE_INFINITY, 1_000)).toBe(4);
  expect(join(4).take()[0]).not.toHaveProperty('snapshot');
  expect(join(3).take()[0]).toMatchObject({ type: 'welcome', snapshot: { version: 4 } });
});

test('a room that is loaded from a snapshot and the log after it is the room that was', async () => {
  const { storage, rooms, id } = titled(12, { catchUp: { patches: 3, bytes: 1_000_000 } });
  await rooms.close();
  const base = must(storage.latestSnapshot(id), 'a snapshot');
  expect(base.version).toBeGreaterThan(0);
  const state = loadRoom(storage, must(storage.room(id), 'the room'));
  expect(state).toMatchObject({ version: 12, base: { version: base.version } });
  expect(toSnapshot(state.graph).title).toBe('Title 12');
});

test('the URL of a snapshot still leads to it when newer ones have been made', async () => {
  let now = 0;
  const ports = { catchUp: { patches: 1, bytes: 1_000_000 }, snapshotGrace: 60_000, now: () => now };
  const { storage, rooms, id, title } = titled(3, ports);
  await rooms.get(id)?.snapshotting;
  const first = must(storage.latestSnapshot(id), 'a snapshot').version;
  now = 59_000;
  title(6, 4);
  await rooms.get(id)?.snapshotting;
  expect(must(storage.latestSnapshot(id), 'a snapshot').version).toBeGreaterThan(first);
  expect(storage.snapshot(id, first)).toBeDefined();
});

test('when a snapshot cannot be stored, clients are brought up to date without it', async () => {
  const pack = () => Promise.reject(new Error('no memory'));
  const { rooms, id, problems } = titled(5, { catchUp: { patches: 1, bytes: 1_000_000 }, pack });
  const bob = new FakeMember(BOB).join(rooms, id);
  await vi.waitFor(() => expect(bob.frames).toHaveLength(1));
  expect(versions(bob)).toEqual([1, 2, 3, 4, 5]);
  expect(problems.length).toBeGreaterThan(0);
});

test('a client that leaves while its snapshot is made is not sent anything', async () => {
  const { rooms, id } = titled(5, { catchUp: { patches: 1, bytes: 1_000_000 } });
  const bob = new FakeMember(BOB).join(rooms, id);
  bob.leave();
  await rooms.get(id)?.snapshotting;
  const cat = new FakeMember(clientNo(3)).join(rooms, id);
  await vi.waitFor(() => expect(cat.frames).toHaveLength(1));
  expect(bob.frames).toEqual([]);
});
