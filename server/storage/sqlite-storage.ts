/** The storage on SQLite: one file, one transaction for all patches that wait. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { ackSchema, nackSchema } from '../../src/shared/protocol/server-messages';
import { closeDatabase } from './sqlite-open';
import type { Outcome, Storage } from './storage';

const roomRow = z.object({ id: z.string(), epoch: z.string(), created_at: z.int() });
const lastSeqRow = z.object({ last: z.int() });
const bytesRow = z.object({ bytes: z.int() });
const outcomeRow = z.object({ version: z.int().nullable(), detail: z.string() });
const patchRows = z.array(z.object({ version: z.int(), clientId: z.string(), seq: z.int(), ops: z.string() }));
const snapshotRow = z.object({ version: z.int(), gzip: z.instanceof(Uint8Array) });

const skippedDetail = ackSchema.shape.skipped;
const refusedDetail = nackSchema.pick({ code: true, reason: true });

/** A storage on an open, migrated database (`openDatabase`), which it closes when it is closed. */
export function sqliteStorage(db: DatabaseSyncInstance): Storage {
  const insertRoom = db.prepare('INSERT INTO room (id, epoch, created_at) VALUES (?, ?, ?)');
  const selectRoom = db.prepare('SELECT id, epoch, created_at FROM room WHERE id = ?');
  const insertPatch = db.prepare('INSERT INTO patch (room, version, client_id, seq, ops) VALUES (?, ?, ?, ?, ?)');
  const insertOutcome = db.prepare(
    'INSERT INTO outcome (room, client_id, seq, version, detail) VALUES (?, ?, ?, ?, ?)',
  );
  const selectOutcome = db.prepare('SELECT version, detail FROM outcome WHERE room = ? AND client_id = ? AND seq = ?');
  const selectLastSeq = db.prepare(
    'SELECT coalesce(max(seq), 0) AS last FROM outcome WHERE room = ? AND client_id = ?',
  );
  const selectPatches = db.prepare(
    'SELECT version, client_id AS clientId, seq, ops FROM patch WHERE room = ? AND version > ? ORDER BY version',
  );
  const selectBytes = db.prepare(
    'SELECT coalesce(sum(octet_length(ops)), 0) AS bytes FROM patch WHERE room = ? AND version > ?',
  );
  const insertSnapshot = db.prepare('INSERT INTO snapshot (room, version, created_at, gzip) VALUES (?, ?, ?, ?)');
  const retireSnapshots = db.prepare(
    `DELETE FROM snapshot WHERE room = ? AND EXISTS (
       SELECT 1 FROM snapshot AS newer
       WHERE newer.room = snapshot.room AND newer.version > snapshot.version AND newer.created_at <= ?
     )`,
  );
  const selectLatest = db.prepare('SELECT version, gzip FROM snapshot WHERE room = ? ORDER BY version DESC LIMIT 1');
  const selectSnapshot = db.prepare('SELECT version, gzip FROM snapshot WHERE room = ? AND version = ?');

  const transaction = (write: () => void) => {
    db.exec('BEGIN IMMEDIATE');
    try {
      write();
      db.exec('COMMIT');
    } catch (error) {
      // SQLite has already rolled back after some errors (a full disk), not after others.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    createRoom({ id, epoch, createdAt }) {
      insertRoom.run(id, epoch, createdAt);
    },
    room(id) {
      const row = roomRow.optional().parse(selectRoom.get(id));
      return row && { id: row.id, epoch: row.epoch, createdAt: row.created_at };
    },
    commit(entries) {
      transaction(() => {
        for (const { room, clientId, seq, outcome, ops } of entries) {
          if (outcome.status === 'accepted') {
            insertPatch.run(room, outcome.version, clientId, seq, ops);
            insertOutcome.run(room, clientId, seq, outcome.version, JSON.stringify(outcome.skipped));
          } else {
            const { code, reason } = outcome;
            insertOutcome.run(room, clientId, seq, null, JSON.stringify({ code, reason }));
          }
        }
      });
    },
    outcome(room, clientId, seq) {
      const row = outcomeRow.optional().parse(selectOutcome.get(room, clientId, seq));
      return row && parseOutcome(row);
    },
    lastSeq: (room, clientId) => lastSeqRow.parse(selectLastSeq.get(room, clientId)).last,
    patchesAfter: (room, version) => patchRows.parse(selectPatches.all(room, version)),
    opBytesAfter: (room, version) => bytesRow.parse(selectBytes.get(room, version)).bytes,
    putSnapshot(room, { version, gzip }, createdAt, retireBefore) {
      transaction(() => {
        insertSnapshot.run(room, version, createdAt, gzip);
        retireSnapshots.run(room, retireBefore);
      });
    },
    latestSnapshot: (room) => snapshotRow.optional().parse(selectLatest.get(room)),
    snapshot: (room, version) => snapshotRow.optional().parse(selectSnapshot.get(room, version)),
    close: () => {
      if (db.isOpen) closeDatabase(db);
    },
  };
}

function parseOutcome({ version, detail }: z.infer<typeof outcomeRow>): Outcome {
  const json: unknown = JSON.parse(detail);
  if (version === null) return { status: 'refused', ...refusedDetail.parse(json) };
  return { status: 'accepted', version, skipped: skippedDetail.parse(json) };
}
