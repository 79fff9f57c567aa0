/** Whether server and clients find out that they hold different graphs. */
import { expect, test } from 'vitest';
import { must } from '../src/shared/assert';
import { type Digest, GraphDigest } from '../src/shared/graph/digest';
import { Graph } from '../src/shared/graph/graph';
import { loadRoom } from './load-room';
import { ROOM_LIMITS } from './room-ports';
import { memoryStorage } from './storage/memory-storage';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { createNode, deleteNode, schemaOps, setName, setTitle } from './testing/ops';
import { testRooms } from './testing/test-rooms';

const EMPTY = new GraphDigest(new Graph()).read();

function scene(ports: Parameters<typeof testRooms>[1] = {}) {
  const storage = memoryStorage();
  const { rooms, ...rest } = testRooms(storage, ports);
  const id = rooms.create();
  const ann = new FakeMember(clientNo(1)).join(rooms, id);
  const bob = new FakeMember(clientNo(2)).join(rooms, id);
  ann.submit(1, [...schemaOps, createNode(1)]);
  rooms.flush();
  ann.take();
  bob.take();
  /** The digest of what is stored. */
  const stored = () => new GraphDigest(loadRoom(storage, must(storage.room(id), 'the room')).graph).read();
  return { rooms, ann, bob, stored, ...rest };
}

const check = (version: number, digest: Digest) => ({ type: 'check', version, digest });

test('D2: the digest is of all that was sent before it, and takes its place among it', () => {
  const { rooms, ann, bob, stored } = scene();
  ann.room.check(ann);
  expect(ann.take()).toEqual([check(1, stored())]);
  ann.submit(2, [setName(1, 'Ann'), createNode(2)]);
  bob.submit(1, [deleteNode(1)]);
  bob.submit(2, [{ ...createNode(3), label: 'Nobody' }]);
  ann.room.check(ann);
  expect(ann.take()).toEqual([
    expect.objectContaining({ type: 'ack', seq: 2 }),
    expect.objectContaining({ type: 'patch_broadcast' }),
    check(3, stored()),
  ]);
  rooms.flush();
  expect(ann.take()).toEqual([]);
});

test('D2: a client that has the same graph is passed over; one that has another is a line in the log', async () => {
  const { ann, bob, stored, problems, metrics } = scene();
  ann.room.check(ann);
  ann.room.checked(ann, 1, stored());
  expect(problems).toEqual([]);
  bob.room.checked(bob, 1, EMPTY);
  expect(problems).toEqual([
    expect.stringMatching(
      new RegExp(`^Client ${bob.clientId} of room id-1 .* version 1: label: 1 .* here, 0 .* there`),
    ),
  ]);
  expect(problems[0]).not.toContain('\n');
  expect(await metrics()).toContain('kumiko_divergences_total 1');
});

test('D2: one client cannot fill the log', async () => {
  const { ann, problems, metrics, clock } = scene();
  ann.room.check(ann);
  for (let n = 0; n < 10; n += 1) ann.room.checked(ann, 1, EMPTY);
  expect(problems).toHaveLength(1);
  expect(await metrics()).toContain('kumiko_divergences_total 10');
  clock.advance(1_000);
  ann.room.checked(ann, 1, EMPTY);
  expect(problems).toHaveLength(2);
});

test('D2: an answer about a version no digest was given out for, or long ago, is passed over', () => {
  const { rooms, ann, problems } = scene();
  ann.room.check(ann);
  ann.room.checked(ann, 2, EMPTY);
  for (let seq = 2; seq <= 100; seq += 1) {
    ann.submit(seq, [setTitle(`Title ${seq}`)]);
    ann.room.check(ann);
  }
  rooms.flush();
  ann.room.checked(ann, 1, EMPTY);
  expect(problems).toEqual([]);
  ann.room.checked(ann, 100, EMPTY);
  expect(problems).toHaveLength(1);
});

test('D2: a large graph is hashed piece by piece, and patches in between are in the digest', () => {
  const scheduled: (() => void)[] = [];
  const { ann, bob, stored } = scene({ schedule: (callback) => scheduled.push(callback) });
  const many = Array.from({ length: 4_500 }, (_, n) => createNode(n + 10));
  ann.submit(2, many);
  ann.room.check(ann);
  ann.room.check(ann);
  bob.room.check(bob);
  expect(ann.take()).toEqual([]);
  ann.submit(3, [deleteNode(10), setTitle('Meanwhile')]);
  for (let next = scheduled.shift(); next !== undefined; next = scheduled.shift()) next();
  expect(ann.take().filter(({ type }) => type === 'check')).toEqual([check(3, stored())]);
  expect(bob.take().at(-1)).toEqual(check(3, stored()));
});

test('D2: who is not in step, or gone, is given no digest', () => {
  const { rooms, ann, bob } = scene();
  bob.backlog = ROOM_LIMITS.patchBacklog + 1;
  bob.room.check(bob);
  ann.submit(2, [setTitle('Title')]);
  rooms.flush();
  bob.backlog = 1;
  bob.room.check(bob);
  expect(bob.take()).toEqual([]);
  bob.drain();
  expect(bob.take()[0]).toMatchObject({ type: 'welcome' });
  bob.leave();
  bob.room.check(bob);
  expect(bob.take()).toEqual([]);
});
