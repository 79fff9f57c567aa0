/** Refusals that pass: the server decides nothing, says so, and takes the same patch later. */
import { describe, expect, test } from 'vitest';
import { ROOM_LIMITS } from './room-ports';
import { memoryStorage } from './storage/memory-storage';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { setTitle } from './testing/ops';
import { testRooms } from './testing/test-rooms';

function scene(limits = ROOM_LIMITS) {
  const storage = memoryStorage();
  const { rooms } = testRooms(storage, { limits });
  const id = rooms.create();
  const ann = new FakeMember(clientNo(1)).join(rooms, id);
  const bob = new FakeMember(clientNo(2)).join(rooms, id);
  ann.take();
  bob.take();
  const lastSeq = () => storage.lastSeq(id, ann.clientId);
  const submit = (from: number, to: number) => {
    for (let seq = from; seq <= to; seq += 1) ann.submit(seq, [setTitle(`Title ${seq}`)]);
  };
  return { rooms, id, ann, bob, lastSeq, submit };
}

const ack = (seq: number) => ({ type: 'ack', seq, serverVersion: seq, skipped: [] });
const passing = (seq: number, code: string) => ({
  type: 'nack',
  seq,
  code,
  reason: expect.stringMatching(/\w+.*\.$/),
  retryable: true,
});

describe.each([
  ['RATE_LIMITED', undefined],
  ['OVERLOADED', { ...ROOM_LIMITS, waitingPatches: 2 }],
  ['OVERLOADED', { ...ROOM_LIMITS, waitingBytes: 2 * Buffer.byteLength(JSON.stringify([setTitle('Title 1')])) }],
])('L10: %s', (code, limits) => {
  test('the patch and those after it are not consumed, keep their order, and are taken when they come again', () => {
    const { rooms, ann, bob, lastSeq, submit } = scene(limits);
    if (limits === undefined) ann.allowance = 2;
    submit(1, 4);
    rooms.flush();
    expect(ann.take()).toEqual([ack(1), ack(2), passing(3, code), passing(4, 'OUT_OF_ORDER')]);
    expect(bob.take()).toMatchObject([{ patches: [{ seq: 1 }, { seq: 2 }] }]);
    expect(lastSeq()).toBe(2);
    expect(ann.closedWith).toBeUndefined();

    ann.allowance = 2;
    submit(3, 4);
    rooms.flush();
    expect(ann.take()).toEqual([ack(3), ack(4)]);
    expect(lastSeq()).toBe(4);
  });
});

test('L10: a room that is overloaded by one client takes patches of all again after the commit', () => {
  const { rooms, ann, bob, submit } = scene({ ...ROOM_LIMITS, waitingPatches: 2 });
  submit(1, 2);
  bob.submit(1, [setTitle('Too much')]);
  rooms.flush();
  expect(bob.take()).toMatchObject([{ type: 'patch_broadcast' }, passing(1, 'OVERLOADED')]);
  bob.submit(1, [setTitle('Now')]);
  rooms.flush();
  expect(bob.take()).toMatchObject([{ type: 'ack', seq: 1, serverVersion: 3 }]);
  expect(ann.take()).toHaveLength(3);
});

test('L10: a patch that was decided is limited like any other, and keeps its first answer', () => {
  const { rooms, ann, submit } = scene();
  submit(1, 1);
  rooms.flush();
  ann.take();
  ann.allowance = 0;
  submit(1, 1);
  rooms.flush();
  expect(ann.take()).toEqual([passing(1, 'RATE_LIMITED')]);
  ann.allowance = 1;
  submit(1, 1);
  rooms.flush();
  expect(ann.take()).toEqual([ack(1)]);
});

test('L10: a server that is stopping stores what it has taken, and takes no more', () => {
  const { rooms, ann, bob, lastSeq, submit } = scene();
  submit(1, 1);
  rooms.stopTaking();
  submit(2, 3);
  rooms.flush();
  expect(ann.take()).toEqual([ack(1), passing(2, 'SHUTTING_DOWN'), passing(3, 'OUT_OF_ORDER')]);
  expect(bob.take()).toMatchObject([{ patches: [{ seq: 1 }] }]);
  expect(lastSeq()).toBe(1);
});
