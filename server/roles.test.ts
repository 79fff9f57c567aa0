/** What each role may do in a room, and what happens when it changes. */
import { expect, test } from 'vitest';
import { WIDEST_LIMITS } from '../src/shared/graph/graph-limits';
import type { Op } from '../src/shared/graph/ops';
import { memoryStorage } from './storage/memory-storage';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { createNode, deleteNode, schemaOps, setName, setTitle } from './testing/ops';
import { testRooms } from './testing/test-rooms';

const [ANN, BOB] = [clientNo(1), clientNo(2)];
const forbidden = (seq: number) =>
  expect.objectContaining({
    type: 'nack',
    seq,
    code: 'FORBIDDEN',
    retryable: true,
    reason: expect.stringMatching(/\.$/),
  });

function scene(ports: Parameters<typeof testRooms>[1] = {}) {
  const storage = memoryStorage();
  const { rooms, clock } = testRooms(storage, { now: () => 1_000, ...ports });
  const id = rooms.create();
  const join = (clientId: string, greeting: Parameters<FakeMember['join']>[2]) => {
    const member = new FakeMember(clientId).join(rooms, id, greeting);
    member.take();
    return member;
  };
  return { storage, rooms, clock, id, join };
}

test('M1: a patch of a viewer changes nothing, is not stored, and its number is free for later', () => {
  const { storage, rooms, id, join } = scene();
  const [ann, bob] = [join(ANN, { role: 'viewer' }), join(BOB, { role: 'editor' })];
  ann.submit(1, [setTitle('Mine now')]);
  ann.submit(1, 'nonsense');
  rooms.flush();
  expect(ann.take()).toEqual([forbidden(1), forbidden(1)]);
  expect(bob.take()).toEqual([]);
  expect(storage.outcome(id, ANN, 1)).toBeUndefined();
  ann.room.setAccess(ann, { role: 'editor' });
  ann.submit(1, [setTitle('Allowed')]);
  rooms.flush();
  expect(ann.take()).toMatchObject([
    { type: 'access', role: 'editor' },
    { type: 'ack', seq: 1, serverVersion: 1 },
  ]);
});

test('M2: what an editor sent before they became a viewer counts; what they send after that does not', () => {
  const { rooms, join } = scene();
  const [ann, bob] = [join(ANN, { role: 'editor' }), join(BOB, { role: 'viewer' })];
  ann.submit(1, [setTitle('Before')]);
  ann.room.setAccess(ann, { role: 'viewer' });
  ann.submit(2, [setTitle('After')]);
  ann.submit(3, [setTitle('After that')]);
  rooms.flush();
  expect(ann.take()).toMatchObject([
    { type: 'access', role: 'viewer' },
    { type: 'ack', seq: 1 },
    { type: 'nack', seq: 2, code: 'FORBIDDEN', retryable: true },
    { type: 'nack', seq: 3, code: 'OUT_OF_ORDER', retryable: true },
  ]);
  expect(bob.take()).toMatchObject([{ type: 'patch_broadcast', patches: [{ serverVersion: 1, clientId: ANN }] }]);
});

test('M3: the others learn what someone may do, and when that changes', () => {
  const { clock, join } = scene();
  const [ann, bob] = [join(ANN, { role: 'viewer' }), join(BOB, { role: 'owner' })];
  clock.advance(50);
  expect(bob.presence.at(-1)).toMatchObject({ peers: [{ clientId: ANN, role: 'viewer' }] });
  ann.room.setAccess(ann, { role: 'editor' });
  clock.advance(50);
  expect(bob.presence.at(-1)).toMatchObject({ peers: [{ clientId: ANN, role: 'editor' }] });
});

test('M4: with an identity provider people go by its names, whatever they say', () => {
  const { storage, rooms, clock, id, join } = scene();
  const identity = { userId: 'u1', name: 'Ada Lovelace' };
  const liar = { name: 'The Boss', color: '#000000' };
  const ann = join(ANN, { role: 'editor', identity, person: liar });
  const bob = join(BOB, { role: 'viewer' });
  clock.advance(50);
  expect(bob.presence.at(-1)).toMatchObject({ peers: [{ person: { name: 'Ada Lovelace', color: '#000000' } }] });
  ann.room.rename(ann, { name: 'Still the Boss', color: '#111111' });
  ann.submit(1, [setTitle('Signed')]);
  rooms.flush();
  clock.advance(50);
  expect(bob.presence.at(-1)).toMatchObject({ peers: [{ person: { name: 'Ada Lovelace', color: '#111111' } }] });
  expect(storage.authors(id, [ANN])).toEqual(new Map([[ANN, 'Ada Lovelace']]));
});

test('M5: someone is told when their token ends, and of a newer one', () => {
  const { rooms, id } = scene();
  const ann = new FakeMember(ANN).join(rooms, id, { role: 'editor', expiresAt: 61_000 });
  expect(ann.take()[0]).toMatchObject({ type: 'welcome', role: 'editor', tokenExpiresIn: 60_000 });
  ann.room.setAccess(ann, { role: 'editor', expiresAt: 121_000 });
  expect(ann.take()).toEqual([{ type: 'access', role: 'editor', tokenExpiresIn: 120_000 }]);
});

test('A8: a new patch is held to the limits of the server; what is there already stays', () => {
  const storage = memoryStorage();
  const roomy = testRooms(storage);
  const id = roomy.rooms.create();
  const ann = new FakeMember(ANN).join(roomy.rooms, id);
  for (const [index, ops] of [schemaOps, [createNode(1)], [createNode(2)]].entries()) ann.submit(index + 1, ops);
  roomy.rooms.flush();

  const graphLimits = { ...WIDEST_LIMITS, nodes: 2, opsPerPatch: 3, textLength: 5 };
  const { rooms } = testRooms(storage, { graphLimits });
  const bob = new FakeMember(BOB).join(rooms, id);
  expect(bob.take()[0]).toMatchObject({ type: 'welcome', limits: graphLimits });
  const tries: [Op[], string][] = [
    [[createNode(3)], 'A graph can have at most 2 nodes.'],
    [[deleteNode(1), createNode(3), createNode(4)], 'A graph can have at most 2 nodes.'],
    [[setTitle('a'), setTitle('b'), setTitle('c'), setTitle('d')], 'A patch can have at most 3 ops.'],
    [[setName(2, 'abcdef')], '"name" of Person can have at most 5 characters.'],
    [[deleteNode(1), createNode(3), setName(2, 'abcde')], ''],
  ];
  for (const [index, [ops]] of tries.entries()) bob.submit(index + 1, ops);
  rooms.flush();
  const refused = { type: 'nack', code: 'LIMIT_REACHED' };
  expect(bob.take()).toMatchObject(
    tries.map(([, reason]) => (reason === '' ? { type: 'ack' } : { ...refused, reason })),
  );
});
