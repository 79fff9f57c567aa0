/** The storage in maps, for tests and for trying things out. Nothing survives the process. */
import { assert } from '../../src/shared/assert';
import type {
  AuditEntry,
  Entry,
  LinkRecord,
  LoggedPatch,
  Outcome,
  RoomRecord,
  Storage,
  StoredSnapshot,
} from './storage';

interface RoomTables {
  record: RoomRecord;
  /** The patch of version v is at v − `firstVersion`. */
  log: { readonly patch: LoggedPatch; readonly at: number }[];
  firstVersion: number;
  /** By client id, then by seq. */
  readonly outcomes: Map<string, Map<number, Outcome>>;
  /** Oldest first. */
  snapshots: (StoredSnapshot & { readonly createdAt: number })[];
  /** Names by client id. */
  readonly authors: Map<string, string>;
}

export function memoryStorage(): Storage {
  const rooms = new Map<string, RoomTables>();
  /** By id. */
  const links = new Map<string, LinkRecord>();
  /** Oldest first. */
  const audit: AuditEntry[] = [];
  let open = true;

  const checkOpen = (): void => assert(open, 'the storage is closed');
  const tables = (room: string): RoomTables | undefined => {
    checkOpen();
    return rooms.get(room);
  };
  const existing = (room: string): RoomTables => {
    const found = tables(room);
    assert(found, `there is no room ${room}`);
    return found;
  };
  const logAfter = (room: string, version: number): LoggedPatch[] => {
    const found = tables(room);
    return found?.log.slice(Math.max(0, version + 1 - found.firstVersion)).map(({ patch }) => patch) ?? [];
  };

  const note = (entry: AuditEntry | undefined): void => {
    if (entry !== undefined) audit.push(entry);
  };
  const linksOf = (room: string): LinkRecord[] => {
    checkOpen();
    return [...links.values()].filter((link) => link.room === room).sort((a, b) => a.createdAt - b.createdAt);
  };

  /** All of `entries` is checked before any is written: that is what makes the commit atomic. */
  const check = (entries: readonly Entry[]): void => {
    checkOpen();
    const next = new Map<string, number>();
    const seen = new Set<string>();
    for (const { room, clientId, seq, outcome } of entries) {
      const { log, firstVersion, outcomes } = existing(room);
      const key = JSON.stringify([room, clientId, seq]);
      assert(!seen.has(key) && !outcomes.get(clientId)?.has(seq), `patch ${key} has an outcome already`);
      seen.add(key);
      if (outcome.status !== 'accepted') continue;
      const version = next.get(room) ?? firstVersion + log.length;
      assert(outcome.version === version, `version ${outcome.version} of ${room} is not ${version}`);
      next.set(room, version + 1);
    }
  };

  return {
    createRoom(record) {
      assert(tables(record.id) === undefined, `room ${record.id} exists`);
      rooms.set(record.id, {
        record,
        log: [],
        firstVersion: 1,
        outcomes: new Map(),
        snapshots: [],
        authors: new Map(),
      });
    },
    room: (id) => tables(id)?.record,
    rooms() {
      checkOpen();
      return Array.from(rooms.values(), ({ record }) => record).sort((a, b) => a.createdAt - b.createdAt);
    },
    roomCount() {
      checkOpen();
      return rooms.size;
    },
    setDeleted(id, deletedAt, entry) {
      const found = existing(id);
      found.record = { ...found.record, deletedAt };
      note(entry);
    },
    purgeRoom(id, entry) {
      for (const link of linksOf(id)) links.delete(link.id);
      rooms.delete(id);
      note(entry);
    },
    putLink(link, entry) {
      existing(link.room);
      assert((links.get(link.id) ?? link).room === link.room, `link ${link.id} is another room's`);
      links.set(link.id, link);
      note(entry);
    },
    removeLink(room, id) {
      checkOpen();
      if (links.get(id)?.room === room) links.delete(id);
    },
    link: (room, id) => linksOf(room).find((link) => link.id === id),
    links: linksOf,
    addAudit(entry) {
      checkOpen();
      note(entry);
    },
    audit(room, limit) {
      checkOpen();
      return audit
        .filter((entry) => room === undefined || entry.room === room)
        .reverse()
        .slice(0, limit);
    },
    commit(entries, at) {
      check(entries);
      for (const { room, clientId, seq, outcome, ops } of entries) {
        const { log, outcomes } = existing(room);
        const mine = outcomes.get(clientId) ?? new Map<number, Outcome>();
        outcomes.set(clientId, mine.set(seq, outcome));
        if (outcome.status === 'accepted') log.push({ patch: { version: outcome.version, clientId, seq, ops }, at });
      }
    },
    outcome: (room, clientId, seq) => tables(room)?.outcomes.get(clientId)?.get(seq),
    lastSeq: (room, clientId) => Math.max(0, ...(tables(room)?.outcomes.get(clientId)?.keys() ?? [])),
    hasAccepted: (room) =>
      [...(tables(room)?.outcomes.values() ?? [])].some((ofClient) =>
        [...ofClient.values()].some(({ status }) => status === 'accepted'),
      ),
    firstVersion: (room) => tables(room)?.firstVersion ?? 1,
    patchesAfter: logAfter,
    opBytesAfter: (room, version) => logAfter(room, version).reduce((sum, { ops }) => sum + Buffer.byteLength(ops), 0),
    compactLog(room, before, limit) {
      const found = existing(room);
      const covered = found.snapshots.at(-1)?.version ?? 0;
      const stays = found.log.findIndex(
        ({ patch, at }, index) => index >= limit || patch.version > covered || at > before,
      );
      const removed = stays === -1 ? found.log.length : stays;
      found.log = found.log.slice(removed);
      found.firstVersion += removed;
      return removed;
    },
    putSnapshot(room, snapshot, createdAt, retireBefore) {
      const found = existing(room);
      const all = [...found.snapshots, { ...snapshot, createdAt }];
      assert(!found.snapshots.some(({ version }) => version === snapshot.version), 'the snapshot exists');
      found.snapshots = all.filter(
        (one) => !all.some((newer) => newer.version > one.version && newer.createdAt <= retireBefore),
      );
    },
    latestSnapshot: (room) => tables(room)?.snapshots.at(-1),
    snapshot: (room, version) => tables(room)?.snapshots.find((one) => one.version === version),
    roomsWithSnapshots() {
      checkOpen();
      return [...rooms].filter(([, { snapshots }]) => snapshots.length > 0).map(([id]) => id);
    },
    putAuthors(room, names) {
      const { authors } = existing(room);
      for (const [clientId, name] of names) authors.set(clientId, name);
    },
    authors(room, clientIds) {
      const named = tables(room)?.authors;
      return new Map([...(named ?? [])].filter(([clientId]) => clientIds.includes(clientId)));
    },
    close() {
      open = false;
    },
  };
}
