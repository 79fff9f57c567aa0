/** One connection that speaks for several clients: its own, and those it adopted. */
import { expect, test } from 'vitest';
import { memoryStorage } from './storage/memory-storage';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { setTitle } from './testing/ops';
import { testRooms } from './testing/test-rooms';

const [ANN, BOB, LOST, OTHER] = [clientNo(1), clientNo(2), clientNo(7), clientNo(8)];

/** A room in which client LOST has had one patch accepted, and is gone. */
function scene() {
  const { rooms } = testRooms(memoryStorage());
  const id = rooms.create();
  const lost = new FakeMember(LOST).join(rooms, id);
  lost.submit(1, [setTitle('From the lost')]);
  rooms.flush();
  lost.leave();
  return { rooms, id };
}

test('L13: welcome says of each client what was decided, and each has its own order', () => {
  const { rooms, id } = scene();
  const bob = new FakeMember(BOB).join(rooms, id);
  const ann = new FakeMember(ANN).join(rooms, id, { adopted: [LOST, OTHER] });
  expect(ann.take()[0]).toMatchObject({ lastSeqs: { [ANN]: 0, [LOST]: 1, [OTHER]: 0 } });
  bob.take();
  ann.submit(2, [setTitle('Second of the lost')], LOST);
  ann.submit(1, [setTitle('First of Ann')]);
  ann.submit(2, 'nonsense', ANN);
  ann.submit(2, [setTitle('Too early')], OTHER);
  ann.submit(1, [setTitle('Again')], LOST);
  rooms.flush();
  expect(ann.frames).toHaveLength(1);
  expect(ann.take()).toEqual([
    { type: 'ack', clientId: LOST, seq: 2, serverVersion: 2, skipped: [] },
    { type: 'ack', seq: 1, serverVersion: 3, skipped: [] },
    { type: 'nack', seq: 2, code: 'BAD_PATCH', reason: expect.any(String) },
    { type: 'nack', clientId: OTHER, seq: 2, code: 'OUT_OF_ORDER', reason: expect.any(String), retryable: true },
    { type: 'ack', clientId: LOST, seq: 1, serverVersion: 1, skipped: [] },
  ]);
  expect(bob.take()).toMatchObject([
    {
      type: 'patch_broadcast',
      patches: [
        { clientId: LOST, seq: 2, serverVersion: 2 },
        { clientId: ANN, seq: 1, serverVersion: 3 },
      ],
    },
  ]);
});

test('L13: a patch for a client the connection does not speak for is an error; the others of the message count', () => {
  const { rooms, id } = scene();
  const ann = new FakeMember(ANN).join(rooms, id, { adopted: [OTHER] });
  ann.take();
  ann.room.submit(ann, [
    { clientId: LOST, seq: 2, ops: [setTitle('Not mine')] },
    { clientId: BOB, seq: 1, ops: [setTitle('Not mine')] },
    { seq: 1, ops: [setTitle('Mine')] },
  ]);
  rooms.flush();
  expect(ann.take()).toEqual([
    { type: 'error', code: 'BAD_MESSAGE', reason: expect.stringMatching(/does not speak/) },
    { type: 'ack', seq: 1, serverVersion: 2, skipped: [] },
  ]);
  expect(new FakeMember(LOST).join(rooms, id).take()[0]).toMatchObject({ lastSeqs: { [LOST]: 1 } });
});

test.each([
  ['comes back itself', LOST, []],
  ['is adopted by another', BOB, [LOST]],
  ['has its adopter adopted', BOB, [ANN]],
])(
  'L13: when an adopted client %s, the connection that spoke for it is closed, for all its clients',
  (_, next, adopted) => {
    const { rooms, id } = scene();
    const ann = new FakeMember(ANN).join(rooms, id, { adopted: [LOST] });
    ann.take();
    const successor = new FakeMember(next).join(rooms, id, { adopted });
    expect(ann.take()).toEqual([expect.objectContaining({ type: 'error', code: 'BAD_MESSAGE' })]);
    expect(ann.closedWith).toBe(4400);
    successor.take();
    ann.submit(1, [setTitle('From the dead')]);
    ann.submit(2, [setTitle('From the dead')], LOST);
    ann.leave();
    successor.submit(1, [setTitle('Goes on')]);
    rooms.flush();
    expect(ann.take()).toEqual([]);
    expect(successor.take()).toHaveLength(1);
  },
);

test('L13: a client that adopts itself, or another twice, is one client', () => {
  const { rooms, id } = scene();
  const ann = new FakeMember(ANN).join(rooms, id, { adopted: [ANN, LOST, LOST] });
  expect(ann.take()[0]).toMatchObject({ lastSeqs: { [ANN]: 0, [LOST]: 1 } });
  ann.submit(1, [setTitle('Mine')], ANN);
  rooms.flush();
  expect(ann.take()).toEqual([{ type: 'ack', seq: 1, serverVersion: 2, skipped: [] }]);
  expect(ann.closedWith).toBeUndefined();
});
