/** The names of those who made the patches. */
import { expect, test } from 'vitest';
import { memoryStorage } from './storage/memory-storage';
import type { Storage } from './storage/storage';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { setTitle } from './testing/ops';
import { testRooms } from './testing/test-rooms';

const [ANN, BOB, CAT, LOST] = [clientNo(1), clientNo(2), clientNo(3), clientNo(7)];
const named = (name: string) => ({ person: { name, color: '#123456' } });

/** A memory storage that notes its calls of `putAuthors`. */
function scene(broken = false) {
  const storage = memoryStorage();
  const calls: [string, string][][] = [];
  const spied: Storage = {
    ...storage,
    putAuthors(room, names) {
      if (broken) throw new Error('disk full');
      calls.push([...names]);
      storage.putAuthors(room, names);
    },
  };
  const { rooms, problems } = testRooms(spied);
  const id = rooms.create();
  const join = (clientId: string, name: string, adopted: string[] = []) =>
    new FakeMember(clientId).join(rooms, id, { ...named(name), adopted });
  return { rooms, id, join, calls, problems };
}

const authorsFor = (member: FakeMember) => {
  const [welcome] = member.take();
  return welcome?.type === 'welcome' ? welcome.authors : 'no welcome';
};

test('L12: a client’s name is stored with its first patch that is accepted, once, and those of one commit together', () => {
  const { rooms, join, calls } = scene();
  const ann = join(ANN, 'Ann', [LOST]);
  const bob = join(BOB, 'Bob');
  join(CAT, 'Cat');
  ann.submit(1, 'nonsense');
  rooms.flush();
  expect(calls).toEqual([]);
  ann.submit(2, [setTitle('One')]);
  ann.submit(3, [setTitle('Two')]);
  ann.submit(1, [setTitle('Three')], LOST);
  bob.submit(1, [setTitle('Four')]);
  rooms.flush();
  ann.submit(4, [setTitle('Five')]);
  rooms.flush();
  expect(calls).toEqual([
    [
      [ANN, 'Ann'],
      [LOST, 'Ann'],
      [BOB, 'Bob'],
    ],
  ]);
});

test('L12: welcome names the authors of the patches that follow it, and no others', () => {
  const { rooms, id, join } = scene();
  const ann = join(ANN, 'Ann');
  const bob = join(BOB, 'Bob');
  ann.submit(1, [setTitle('One')]);
  bob.submit(1, [setTitle('Two')]);
  rooms.flush();
  const roomEpoch = 'id-2';
  expect(authorsFor(new FakeMember(CAT).join(rooms, id))).toEqual({ [ANN]: 'Ann', [BOB]: 'Bob' });
  expect(authorsFor(new FakeMember(CAT).join(rooms, id, { roomEpoch, lastVersion: 1 }))).toEqual({ [BOB]: 'Bob' });
  expect(authorsFor(new FakeMember(CAT).join(rooms, id, { roomEpoch, lastVersion: 2 }))).toBeUndefined();
});

test('L12: another name counts from the next patch on; another colour is nothing to store', () => {
  const { rooms, id, join, calls } = scene();
  const ann = join(ANN, 'Ann');
  ann.submit(1, [setTitle('One')]);
  rooms.flush();
  ann.room.rename(ann, { name: 'Ann', color: '#abcdef' });
  ann.submit(2, [setTitle('Two')]);
  rooms.flush();
  expect(calls).toHaveLength(1);
  ann.room.rename(ann, { name: 'Anna', color: '#abcdef' });
  rooms.flush();
  expect(calls).toHaveLength(1);
  ann.submit(3, [setTitle('Three')]);
  rooms.flush();
  expect(calls[1]).toEqual([[ANN, 'Anna']]);
  expect(authorsFor(new FakeMember(CAT).join(rooms, id))).toEqual({ [ANN]: 'Anna' });
});

test('L6: when a name cannot be stored nothing is acknowledged, and what was stored is answered when it is sent again', () => {
  const { rooms, id, join, problems } = scene(true);
  const ann = join(ANN, 'Ann');
  ann.take();
  ann.submit(1, [setTitle('One')]);
  rooms.flush();
  expect(ann.take()).toEqual([expect.objectContaining({ type: 'error', code: 'UNAVAILABLE' })]);
  expect(ann.closedWith).toBe(1013);
  expect(problems).toHaveLength(1);
  const back = new FakeMember(ANN).join(rooms, id);
  expect(back.take()[0]).toMatchObject({ serverVersion: 1, lastSeqs: { [ANN]: 1 } });
  back.submit(1, [setTitle('One')]);
  rooms.flush();
  expect(back.take()).toEqual([{ type: 'ack', seq: 1, serverVersion: 1, skipped: [] }]);
});
