/** What every storage must do, as tests to be run on each. */
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { clientNo } from '../testing/ids';
import { accessContract } from './access-contract';
import type { Entry, Storage } from './storage';

const ANN = clientNo(1);
const BOB = clientNo(2);
const OPS = '[{"op":"set_title","title":"Zoë"}]';

const accepted = (version: number, clientId: string, seq: number, room = 'r'): Entry => ({
  room,
  clientId,
  seq,
  outcome: { status: 'accepted', version, skipped: [] },
  ops: OPS,
});

const refused = (clientId: string, seq: number): Entry => ({
  room: 'r',
  clientId,
  seq,
  outcome: { status: 'refused', code: 'WRONG_TYPE', reason: 'It must be text.' },
  ops: '',
});

/** Ann's patches of these versions. */
const patches = (from: number, to: number, room = 'r'): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => accepted(from + index, ANN, from + index, room));

const snapshot = (version: number) => ({ version, gzip: Uint8Array.of(31, 139, version) });

/** @param open makes an empty storage */
export function storageContract(open: () => Storage): void {
  const withRoom = (): Storage => {
    const storage = open();
    onTestFinished(() => storage.close());
    storage.createRoom({ id: 'r', epoch: 'e', createdAt: 7 });
    return storage;
  };

  test('a room is found by its id, with the epoch it was made with', () => {
    const storage = withRoom();
    expect(storage.room('r')).toEqual({ id: 'r', epoch: 'e', createdAt: 7 });
    expect(storage.room('other')).toBeUndefined();
  });

  test('a room cannot be made twice, and the first stays as it was', () => {
    const storage = withRoom();
    expect(() => storage.createRoom({ id: 'r', epoch: 'other', createdAt: 8 })).toThrow();
    expect(storage.room('r')?.epoch).toBe('e');
  });

  test('the log comes back in order of version, from any version on', () => {
    const storage = withRoom();
    storage.commit([accepted(1, ANN, 1), accepted(2, BOB, 1)], 1_000);
    storage.commit([accepted(3, ANN, 2)], 1_000);
    expect(storage.patchesAfter('r', 0)).toEqual([
      { version: 1, clientId: ANN, seq: 1, ops: OPS },
      { version: 2, clientId: BOB, seq: 1, ops: OPS },
      { version: 3, clientId: ANN, seq: 2, ops: OPS },
    ]);
    expect(storage.patchesAfter('r', 2).map(({ version }) => version)).toEqual([3]);
    expect(storage.patchesAfter('r', 3)).toEqual([]);
    expect(storage.opBytesAfter('r', 1)).toBe(2 * Buffer.byteLength(OPS));
    expect(storage.opBytesAfter('r', 3)).toBe(0);
  });

  test('rooms do not see each other’s patches, outcomes or snapshots', () => {
    const storage = withRoom();
    storage.createRoom({ id: 'other', epoch: 'e', createdAt: 7 });
    storage.commit([accepted(1, ANN, 1, 'other')], 1_000);
    storage.putSnapshot('other', snapshot(1), 0, -1);
    expect(storage.patchesAfter('r', 0)).toEqual([]);
    expect(storage.outcome('r', ANN, 1)).toBeUndefined();
    expect(storage.lastSeq('r', ANN)).toBe(0);
    expect(storage.latestSnapshot('r')).toBeUndefined();
  });

  test('L3: the outcome of every patch is kept, accepted or refused, and the last seq counts both', () => {
    const storage = withRoom();
    const skipping = { status: 'accepted', version: 1, skipped: [{ op: 0, reason: 'node_gone' }] } as const;
    storage.commit([{ ...accepted(1, ANN, 1), outcome: skipping }, refused(ANN, 2), accepted(2, BOB, 1)], 1_000);
    expect(storage.outcome('r', ANN, 1)).toEqual(skipping);
    expect(storage.outcome('r', ANN, 2)).toEqual(refused(ANN, 2).outcome);
    expect(storage.outcome('r', ANN, 3)).toBeUndefined();
    expect(storage.lastSeq('r', ANN)).toBe(2);
    expect(storage.lastSeq('r', BOB)).toBe(1);
    expect(storage.lastSeq('r', clientNo(3))).toBe(0);
  });

  test('L6: a commit that fails at its last entry leaves nothing of the others', () => {
    const storage = withRoom();
    storage.commit([accepted(1, ANN, 1)], 1_000);
    expect(() => storage.commit([accepted(2, BOB, 1), refused(ANN, 2), accepted(3, ANN, 1)], 1_000)).toThrow();
    expect(() => storage.commit([accepted(2, BOB, 1), accepted(2, ANN, 2)], 1_000)).toThrow();
    expect(() => storage.commit([accepted(2, BOB, 1), accepted(1, ANN, 1, 'no room')], 1_000)).toThrow();
    expect(storage.patchesAfter('r', 0)).toHaveLength(1);
    expect(storage.lastSeq('r', BOB)).toBe(0);
    expect(storage.outcome('r', ANN, 1)).toEqual(accepted(1, ANN, 1).outcome);

    storage.commit([accepted(2, BOB, 1)], 1_000);
    expect(storage.patchesAfter('r', 1)).toHaveLength(1);
  });

  test('the latest snapshot is the one of the highest version, and earlier ones can still be read', () => {
    const storage = withRoom();
    expect(storage.latestSnapshot('r')).toBeUndefined();
    storage.putSnapshot('r', snapshot(4), 1_000, 0);
    storage.putSnapshot('r', snapshot(9), 2_000, 0);
    expect(storage.latestSnapshot('r')).toMatchObject(snapshot(9));
    expect(storage.snapshot('r', 4)).toMatchObject(snapshot(4));
    expect(storage.snapshot('r', 5)).toBeUndefined();
  });

  test('a snapshot is removed only when its successor is old enough', () => {
    const storage = withRoom();
    storage.putSnapshot('r', snapshot(1), 1_000, 0);
    storage.putSnapshot('r', snapshot(2), 5_000, 4_000);
    expect(storage.snapshot('r', 1)).toBeDefined(); // Was the latest until 5,000.
    storage.putSnapshot('r', snapshot(3), 9_000, 5_000);
    expect(storage.snapshot('r', 1)).toBeUndefined();
    expect(storage.snapshot('r', 2)).toBeDefined();
    expect(storage.latestSnapshot('r')?.version).toBe(3);
  });

  const versions = (storage: Storage, room = 'r') => storage.patchesAfter(room, 0).map(({ version }) => version);

  test('L9: the log loses what is old enough and in the latest snapshot, and goes on after it', () => {
    const storage = withRoom();
    storage.commit(patches(1, 3), 1_000);
    storage.commit(patches(4, 6), 2_000);
    expect(storage.firstVersion('r')).toBe(1);
    expect(storage.compactLog('r', 9_000, 100)).toBe(0); // There is no snapshot.
    storage.putSnapshot('r', snapshot(2), 2_000, 0);
    expect(storage.compactLog('r', 999, 100)).toBe(0);
    expect(storage.compactLog('r', 1_000, 100)).toBe(2);
    expect(storage.firstVersion('r')).toBe(3);
    storage.putSnapshot('r', snapshot(5), 3_000, 0);
    expect(storage.compactLog('r', 1_000, 100)).toBe(1);
    expect(versions(storage)).toEqual([4, 5, 6]);
    expect(storage.patchesAfter('r', 4).map(({ version }) => version)).toEqual([5, 6]);
    expect(storage.opBytesAfter('r', 0)).toBe(3 * Buffer.byteLength(OPS));
    storage.commit(patches(7, 7), 3_000);
    expect(versions(storage)).toEqual([4, 5, 6, 7]);
  });

  test('L9: a log that lost all it had still knows where it goes on', () => {
    const storage = withRoom();
    storage.commit(patches(1, 4), 1_000);
    storage.putSnapshot('r', snapshot(4), 2_000, 0);
    expect(storage.compactLog('r', 1_000, 100)).toBe(4);
    expect(storage.firstVersion('r')).toBe(5);
    expect(storage.patchesAfter('r', 0)).toEqual([]);
    storage.commit(patches(5, 5), 2_000);
    expect(storage.firstVersion('r')).toBe(5);
    expect(versions(storage)).toEqual([5]);
  });

  test('L3, L9: the outcomes of patches that are gone from the log stay', () => {
    const storage = withRoom();
    storage.commit([...patches(1, 2), refused(BOB, 1)], 1_000);
    storage.putSnapshot('r', snapshot(2), 2_000, 0);
    storage.compactLog('r', 1_000, 100);
    expect(storage.outcome('r', ANN, 1)).toEqual(accepted(1, ANN, 1).outcome);
    expect(storage.lastSeq('r', ANN)).toBe(2);
    expect(() => storage.commit([accepted(3, ANN, 2)], 3_000)).toThrow();
    expect(storage.hasAccepted('r')).toBe(true);
  });

  test('L9: whatever the times are, what goes is the longest beginning that may, and no more than asked for', () => {
    const storage = withRoom();
    let rooms = 0;
    const time = fc.integer({ min: 0, max: 4 }); // Not in order: a clock can be put back.
    fc.assert(
      fc.property(
        fc.array(time, { maxLength: 12 }),
        fc.nat({ max: 12 }),
        time,
        fc.integer({ min: 1, max: 12 }),
        (times, covered, before, limit) => {
          rooms += 1;
          const room = `room ${rooms}`;
          storage.createRoom({ id: room, epoch: 'e', createdAt: 7 });
          for (const [index, at] of times.entries()) storage.commit(patches(index + 1, index + 1, room), at);
          const latest = Math.min(covered, times.length);
          if (latest > 0) storage.putSnapshot(room, snapshot(latest), 1_000, 0);

          let going = 0;
          while (going < limit && going < latest && (times[going] ?? Infinity) <= before) going += 1;
          expect(storage.compactLog(room, before, limit)).toBe(going);
          expect(versions(storage, room)).toEqual(times.map((_, index) => index + 1).slice(going));
          expect(storage.firstVersion(room)).toBe(going + 1);
        },
      ),
    );
  });

  test('the rooms that have a snapshot are known, each once', () => {
    const storage = withRoom();
    storage.createRoom({ id: 'other', epoch: 'e', createdAt: 7 });
    expect(storage.roomsWithSnapshots()).toEqual([]);
    storage.putSnapshot('r', snapshot(1), 1_000, 0);
    storage.putSnapshot('r', snapshot(2), 1_000, 0);
    expect(storage.roomsWithSnapshots()).toEqual(['r']);
    storage.putSnapshot('other', snapshot(1), 1_000, 0);
    expect(storage.roomsWithSnapshots().sort()).toEqual(['other', 'r']);
  });

  test('a room in which nothing was accepted, or nothing was sent, says so', () => {
    const storage = withRoom();
    expect(storage.hasAccepted('r')).toBe(false);
    storage.commit([refused(ANN, 1)], 1_000);
    expect(storage.hasAccepted('r')).toBe(false);
    storage.commit([accepted(1, ANN, 2)], 1_000);
    expect(storage.hasAccepted('r')).toBe(true);
  });

  test('authors have the name they gave last, in each room of their own', () => {
    const storage = withRoom();
    storage.createRoom({ id: 'other', epoch: 'e', createdAt: 7 });
    storage.putAuthors(
      'r',
      new Map([
        [ANN, 'Ann'],
        [BOB, 'Bob'],
      ]),
    );
    storage.putAuthors('r', new Map([[BOB, 'Robert']]));
    storage.putAuthors('other', new Map([[BOB, 'Somebody else']]));
    expect(storage.authors('r', [BOB, ANN, clientNo(3)])).toEqual(
      new Map([
        [ANN, 'Ann'],
        [BOB, 'Robert'],
      ]),
    );
    expect(storage.authors('r', [BOB])).toEqual(new Map([[BOB, 'Robert']]));
    expect(storage.authors('r', [])).toEqual(new Map());
    expect(storage.authors('no room', [BOB])).toEqual(new Map());
    expect(() => storage.putAuthors('no room', new Map([[BOB, 'Bob']]))).toThrow();
  });

  test('a closed storage answers nothing', () => {
    const storage = open();
    storage.close();
    storage.close();
    expect(() => storage.room('r')).toThrow();
    expect(() => storage.commit([], 1_000)).toThrow();
  });

  accessContract(open);
}
