/** The port on a database that is open in this process: that of a running server, or of the admin command itself. */
import { randomBytes } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { RoomAccess } from '../access/room-access';
import { COMPACTION_STEP } from '../log-compaction';
import type { RoomRecord, Storage } from '../storage/storage';
import { AdminError, type AdminPort } from './admin-port';
import { roomReader } from './room-reader';

/** The rooms of a running server. */
export interface LiveRooms {
  /** Stores at once what waits. */
  flush(): void;
  /** Ends a room that was deleted: everyone in it is told, and it leaves the memory. */
  end(room: string): void;
  /** How many connections a room has. */
  connections(room: string): number;
}

/** There are none. */
export const NO_LIVE_ROOMS: LiveRooms = { flush: () => {}, end: () => {}, connections: () => 0 };

export interface AdminServicePorts {
  readonly db: DatabaseSyncInstance;
  readonly storage: Storage;
  readonly access: RoomAccess;
  readonly rooms: LiveRooms;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface AdminService extends Omit<AdminPort, 'serverUrl' | 'copyDatabase' | 'close'> {
  /** Removes the rooms whose import was not finished, and stops what is under way. */
  end(): void;
}

/** Who did it, in the audit log. */
const BY = 'admin';

const randomId = () => randomBytes(16).toString('base64url');
/** Lets the server do everything else that waits. */
const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** One for each run of the admin command. */
export function adminService({ db, storage, access, rooms, now }: AdminServicePorts): AdminService {
  const reader = roomReader(db, storage, (room) => rooms.connections(room));
  /** How many patches each room that is being imported has. */
  const imports = new Map<string, number>();
  let isOver = false;

  const existing = (id: string): RoomRecord => {
    const record = storage.room(id);
    if (record === undefined) throw new AdminError(`There is no graph ${id}.`);
    return record;
  };
  const importedSoFar = (id: string): number => {
    const patches = imports.get(id);
    if (patches === undefined) throw new AdminError(`The graph ${id} is not being imported.`);
    return patches;
  };

  return {
    async rooms() {
      rooms.flush();
      return reader.rooms();
    },
    async room(id) {
      rooms.flush();
      return reader.room(id);
    },
    snapshot: async (room, version) => storage.snapshot(room, version)?.gzip,
    patches: async (room, after) => reader.patches(room, after),
    outcomes: async (room, after) => reader.outcomes(room, after),
    audit: async (room, limit) => storage.audit(room, limit),

    links: async (room) => access.list(existing(room).id),
    issueLink: async (room, role, name) => access.issue(existing(room).id, { role, name }, BY),
    changeLink: async (room, linkId, role) => access.change(existing(room).id, linkId, { role }, BY),
    revokeLink: async (room, linkId) => access.revoke(existing(room).id, linkId, BY),

    async deleteRoom(room) {
      access.deleteRoom(existing(room).id, BY);
      rooms.end(room);
    },
    restoreRoom: async (room) => access.restoreRoom(existing(room).id, BY),
    async purgeRoom(room) {
      if (existing(room).deletedAt === undefined) {
        throw new AdminError(`The graph ${room} is not deleted. Delete it first; then it can be removed for good.`);
      }
      rooms.end(room);
      storage.purgeRoom(room, { room, at: now(), by: BY, action: 'room_purged', detail: 'Removed for good.' });
    },
    async compact(room, before) {
      existing(room);
      let removed = 0;
      for (;;) {
        if (isOver) throw new AdminError('The server is being stopped.');
        const step = storage.compactLog(room, before, COMPACTION_STEP);
        if (step === 0) return removed;
        removed += step;
        await breathe();
      }
    },

    async beginImport() {
      const id = randomId();
      storage.createRoom({ id, epoch: randomId(), createdAt: now() });
      imports.set(id, 0);
      return id;
    },
    async addPatches(room, clientId, patches) {
      const before = importedSoFar(room);
      const entries = patches.map(({ ops }, index) => {
        const version = before + index + 1;
        return { room, clientId, seq: version, outcome: { status: 'accepted', version, skipped: [] } as const, ops };
      });
      storage.commit(entries, now());
      imports.set(room, before + entries.length);
    },
    async finishImport(room, detail) {
      importedSoFar(room);
      const key = access.begin(room, BY);
      storage.addAudit({ room, at: now(), by: BY, action: 'room_imported', detail });
      imports.delete(room);
      return key;
    },
    end() {
      isOver = true;
      for (const room of imports.keys()) storage.purgeRoom(room);
      imports.clear();
    },
  };
}
