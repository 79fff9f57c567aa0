/** The table of rooms, and what goes when one of them goes. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import type { Transaction } from './sqlite-transaction';
import type { AuditEntry, RoomRecord, Storage } from './storage';

const roomRow = z
  .object({ id: z.string(), epoch: z.string(), created_at: z.int(), deleted_at: z.int().nullable() })
  .transform(
    ({ id, epoch, created_at, deleted_at }): RoomRecord => ({
      id,
      epoch,
      createdAt: created_at,
      deletedAt: deleted_at ?? undefined,
    }),
  );
const roomRows = z.array(roomRow);
const countRow = z.object({ count: z.int() });

/** The tables that refer to a room, and so have to be emptied of it first. */
const PARTS = ['patch', 'outcome', 'snapshot', 'author', 'link'] as const;
const COLUMNS = 'id, epoch, created_at, deleted_at';

export type RoomTable = Pick<Storage, 'createRoom' | 'room' | 'rooms' | 'roomCount' | 'setDeleted' | 'purgeRoom'>;

/** @param insertAudit writes an entry, in the transaction that is open */
export function roomTable(
  db: DatabaseSyncInstance,
  transaction: Transaction,
  insertAudit: (entry: AuditEntry) => void,
): RoomTable {
  const insertRoom = db.prepare(`INSERT INTO room (${COLUMNS}) VALUES (?, ?, ?, ?)`);
  const selectRoom = db.prepare(`SELECT ${COLUMNS} FROM room WHERE id = ?`);
  const selectRooms = db.prepare(`SELECT ${COLUMNS} FROM room ORDER BY created_at, rowid`);
  const countRooms = db.prepare('SELECT count(*) AS count FROM room');
  const updateDeleted = db.prepare('UPDATE room SET deleted_at = ? WHERE id = ?');
  const deleteParts = PARTS.map((table) => db.prepare(`DELETE FROM ${table} WHERE room = ?`));
  const deleteRoom = db.prepare('DELETE FROM room WHERE id = ?');

  return {
    createRoom({ id, epoch, createdAt, deletedAt }) {
      transaction(() => insertRoom.run(id, epoch, createdAt, deletedAt ?? null));
    },
    room: (id) => roomRow.optional().parse(selectRoom.get(id)),
    rooms: () => roomRows.parse(selectRooms.all()),
    roomCount: () => countRow.parse(countRooms.get()).count,
    setDeleted(id, deletedAt, audit) {
      transaction(() => {
        const { changes } = updateDeleted.run(deletedAt ?? null, id);
        if (Number(changes) === 0) throw new Error(`There is no room ${id}.`);
        if (audit !== undefined) insertAudit(audit);
      });
    },
    purgeRoom(id, audit) {
      transaction(() => {
        for (const statement of deleteParts) statement.run(id);
        deleteRoom.run(id);
        if (audit !== undefined) insertAudit(audit);
      });
    },
  };
}
