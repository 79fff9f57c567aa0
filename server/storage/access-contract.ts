/** What every storage must do with the list of rooms, links and the audit log, as tests to be run on each. */
import { expect, onTestFinished, test } from 'vitest';
import { clientNo } from '../testing/ids';
import type { AuditEntry, LinkRecord, Storage } from './storage';

const ANN = clientNo(1);

const linkNo = (n: number, more: Partial<LinkRecord> = {}): LinkRecord => ({
  room: 'r',
  id: `link-${String(n).padStart(11, '0')}`,
  role: 'editor',
  name: `Class ${n}`,
  createdAt: n,
  ...more,
});

const entryNo = (n: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  room: 'r',
  at: n,
  by: 'admin',
  action: 'link_created',
  detail: `The ${n}th`,
  ...more,
});

/** Something of every kind that a room can have. */
function fill(storage: Storage, room: string): void {
  storage.commit(
    [
      { room, clientId: ANN, seq: 1, outcome: { status: 'accepted', version: 1, skipped: [] }, ops: '[]' },
      { room, clientId: ANN, seq: 2, outcome: { status: 'refused', code: 'WRONG_TYPE', reason: 'No.' }, ops: '' },
    ],
    1_000,
  );
  storage.putSnapshot(room, { version: 1, gzip: Uint8Array.of(1, 2) }, 1_000, 0);
  storage.putAuthors(room, new Map([[ANN, 'Ann']]));
  storage.putLink(linkNo(1, { room, id: `${room}-link`.padEnd(16, '-') }), entryNo(1, { room }));
}

/** All there is of it, but for its audit entries. */
const contentOf = (storage: Storage, room: string) => ({
  record: storage.room(room),
  patches: storage.patchesAfter(room, 0),
  outcomes: [storage.outcome(room, ANN, 1), storage.outcome(room, ANN, 2)],
  lastSeq: storage.lastSeq(room, ANN),
  hasAccepted: storage.hasAccepted(room),
  snapshots: [storage.latestSnapshot(room)?.version, storage.snapshot(room, 1)?.version],
  authors: [...storage.authors(room, [ANN])],
  links: storage.links(room),
});

/** @param open makes an empty storage */
export function accessContract(open: () => Storage): void {
  const withRooms = (...ids: string[]): Storage => {
    const storage = open();
    onTestFinished(() => storage.close());
    for (const [index, id] of ids.entries()) storage.createRoom({ id, epoch: 'e', createdAt: index });
    return storage;
  };

  test('all rooms are listed and counted, oldest first, the deleted among them', () => {
    const storage = withRooms();
    expect(storage.rooms()).toEqual([]);
    expect(storage.roomCount()).toBe(0);
    for (const createdAt of [5, 3, 4]) storage.createRoom({ id: `room ${createdAt}`, epoch: 'e', createdAt });
    storage.setDeleted('room 4', 9);
    expect(storage.rooms()).toEqual([
      { id: 'room 3', epoch: 'e', createdAt: 3 },
      { id: 'room 4', epoch: 'e', createdAt: 4, deletedAt: 9 },
      { id: 'room 5', epoch: 'e', createdAt: 5 },
    ]);
    expect(storage.roomCount()).toBe(3);
  });

  test('a room is marked as deleted, keeps all it has, and is brought back', () => {
    const storage = withRooms('r', 'other');
    fill(storage, 'r');
    const before = contentOf(storage, 'r');
    storage.setDeleted('r', 9, entryNo(9, { action: 'room_deleted' }));
    expect(contentOf(storage, 'r')).toEqual({ ...before, record: { id: 'r', epoch: 'e', createdAt: 0, deletedAt: 9 } });
    expect(storage.room('other')?.deletedAt).toBeUndefined();
    expect(storage.audit('r', 1)).toEqual([entryNo(9, { action: 'room_deleted' })]);
    storage.setDeleted('r', undefined);
    expect(contentOf(storage, 'r')).toEqual(before);
  });

  test('a room that there is not cannot be deleted', () => {
    const storage = withRooms('r');
    expect(() => storage.setDeleted('other', 9, entryNo(9))).toThrow();
    expect(storage.audit(undefined, 9)).toEqual([]);
  });

  test('a purge leaves nothing of a room but its audit entries, and all of the others', () => {
    const storage = withRooms('r', 'other', 'empty');
    const nothing = { ...contentOf(storage, 'empty'), record: undefined };
    for (const room of ['r', 'other']) fill(storage, room);
    const other = contentOf(storage, 'other');
    storage.purgeRoom('r', entryNo(9, { action: 'room_purged' }));
    expect(contentOf(storage, 'r')).toEqual(nothing);
    expect(storage.rooms().map(({ id }) => id)).toEqual(['other', 'empty']);
    expect(storage.roomsWithSnapshots()).toEqual(['other']);
    expect(storage.audit('r', 9)).toEqual([entryNo(9, { action: 'room_purged' }), entryNo(1)]);
    expect(contentOf(storage, 'other')).toEqual(other);

    // Its id, its links' ids and its clients' seqs are free again.
    storage.createRoom({ id: 'r', epoch: 'another', createdAt: 10 });
    fill(storage, 'r');
    expect(contentOf(storage, 'r')).toMatchObject({ lastSeq: 2, hasAccepted: true });
  });

  test('a purge of what is not there does nothing', () => {
    const storage = withRooms('r');
    storage.purgeRoom('other');
    expect(storage.roomCount()).toBe(1);
  });

  test('links are listed by room, oldest first, and found by room and id', () => {
    const storage = withRooms('r', 'other');
    const used = linkNo(1, { lastUsedAt: 4, revokedAt: 5, role: 'owner', name: '' });
    for (const link of [linkNo(2), used, linkNo(3, { room: 'other' })]) storage.putLink(link);
    expect(storage.links('r')).toEqual([used, linkNo(2)]);
    expect(storage.links('other')).toEqual([linkNo(3, { room: 'other' })]);
    expect(storage.links('no room')).toEqual([]);
    expect(storage.link('r', used.id)).toEqual(used);
    expect(storage.link('other', used.id)).toBeUndefined();
    expect(storage.link('r', 'no link')).toBeUndefined();
  });

  test('a link is replaced by one of its id, and forgotten', () => {
    const storage = withRooms('r', 'other');
    for (const link of [linkNo(1), linkNo(2)]) storage.putLink(link);
    const changed = linkNo(1, { role: 'viewer', name: 'Guests', revokedAt: 7 });
    storage.putLink(changed, entryNo(7));
    expect(storage.links('r')).toEqual([changed, linkNo(2)]);
    expect(storage.audit('r', 9)).toEqual([entryNo(7)]);
    storage.removeLink('other', linkNo(1).id);
    expect(storage.links('r')).toHaveLength(2);
    storage.removeLink('r', linkNo(1).id);
    expect(storage.links('r')).toEqual([linkNo(2)]);
  });

  test('a link belongs to a room there is, and to one alone', () => {
    const storage = withRooms('r', 'other');
    storage.putLink(linkNo(1));
    expect(() => storage.putLink(linkNo(1, { room: 'other' }), entryNo(1))).toThrow();
    expect(() => storage.putLink(linkNo(2, { room: 'no room' }), entryNo(2))).toThrow();
    expect(storage.links('r')).toEqual([linkNo(1)]);
    expect(storage.links('other')).toEqual([]);
    expect(storage.audit(undefined, 9)).toEqual([]);
  });

  test('audit entries come back newest first, of one room or of all, whatever the clock said', () => {
    const storage = withRooms('r');
    const entries = [entryNo(5), entryNo(3, { room: 'gone', by: 'user:ann' }), entryNo(4, { action: 'room_restored' })];
    for (const entry of entries) storage.addAudit(entry);
    expect(storage.audit(undefined, 9)).toEqual(entries.toReversed());
    expect(storage.audit(undefined, 2)).toEqual(entries.toReversed().slice(0, 2));
    expect(storage.audit('r', 9)).toEqual([entries[2], entries[0]]);
    expect(storage.audit('r', 1)).toEqual([entries[2]]);
    expect(storage.audit('no room', 9)).toEqual([]);
  });
}
