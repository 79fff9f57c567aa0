/** What every storage must do, as tests to be run on each. */
import { expect, onTestFinished, test } from 'vitest';
import { clientNo } from '../testing/ids';
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
    storage.commit([accepted(1, ANN, 1), accepted(2, BOB, 1)]);
    storage.commit([accepted(3, ANN, 2)]);
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
    storage.commit([accepted(1, ANN, 1, 'other')]);
    storage.putSnapshot('other', snapshot(1), 0, -1);
    expect(storage.patchesAfter('r', 0)).toEqual([]);
    expect(storage.outcome('r', ANN, 1)).toBeUndefined();
    expect(storage.lastSeq('r', ANN)).toBe(0);
    expect(storage.latestSnapshot('r')).toBeUndefined();
  });

  test('L3: the outcome of every patch is kept, accepted or refused, and the last seq counts both', () => {
    const storage = withRoom();
    const skipping = { status: 'accepted', version: 1, skipped: [{ op: 0, reason: 'node_gone' }] } as const;
    storage.commit([{ ...accepted(1, ANN, 1), outcome: skipping }, refused(ANN, 2), accepted(2, BOB, 1)]);
    expect(storage.outcome('r', ANN, 1)).toEqual(skipping);
    expect(storage.outcome('r', ANN, 2)).toEqual(refused(ANN, 2).outcome);
    expect(storage.outcome('r', ANN, 3)).toBeUndefined();
    expect(storage.lastSeq('r', ANN)).toBe(2);
    expect(storage.lastSeq('r', BOB)).toBe(1);
    expect(storage.lastSeq('r', clientNo(3))).toBe(0);
  });

  test('L6: a commit that fails at its last entry leaves nothing of the others', () => {
    const storage = withRoom();
    storage.commit([accepted(1, ANN, 1)]);
    expect(() => storage.commit([accepted(2, BOB, 1), refused(ANN, 2), accepted(3, ANN, 1)])).toThrow();
    expect(() => storage.commit([accepted(2, BOB, 1), accepted(2, ANN, 2)])).toThrow();
    expect(() => storage.commit([accepted(2, BOB, 1), accepted(1, ANN, 1, 'no room')])).toThrow();
    expect(storage.patchesAfter('r', 0)).toHaveLength(1);
    expect(storage.lastSeq('r', BOB)).toBe(0);
    expect(storage.outcome('r', ANN, 1)).toEqual(accepted(1, ANN, 1).outcome);

    storage.commit([accepted(2, BOB, 1)]);
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

  test('a closed storage answers nothing', () => {
    const storage = open();
    storage.close();
    storage.close();
    expect(() => storage.room('r')).toThrow();
    expect(() => storage.commit([])).toThrow();
  });
}
