/** The reading half of the port, straight from the database. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type StoredPages, storedPages } from '../storage/sqlite-pages';
import type { RoomRecord, Storage } from '../storage/storage';
import type { RoomFacts } from './admin-port';

export interface RoomReader extends Pick<StoredPages, 'patches' | 'outcomes'> {
  rooms(): RoomFacts[];
  room(id: string): RoomFacts | undefined;
}

/** @param connections how many a room has open */
export function roomReader(
  db: DatabaseSyncInstance,
  storage: Pick<Storage, 'room' | 'rooms' | 'firstVersion'>,
  connections: (room: string) => number,
): RoomReader {
  const pages = storedPages(db);
  const facts = (record: RoomRecord): RoomFacts => ({
    ...record,
    version: pages.version(record.id),
    firstVersion: storage.firstVersion(record.id),
    snapshots: pages.snapshots(record.id),
    connections: connections(record.id),
  });
  return {
    ...pages,
    rooms: () => storage.rooms().map(facts),
    room(id) {
      const record = storage.room(id);
      return record && facts(record);
    },
  };
}
