/** The storage on SQLite: one file, one transaction for all patches that wait. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { ackSchema, NACK_CODES, nackSchema } from '../../src/shared/protocol/server-messages';
import { watchFiles } from './open-files';
import { accessTables } from './sqlite-access';
import { closeDatabase } from './sqlite-open';
import { roomTable } from './sqlite-rooms';
import { transactionsOn } from './sqlite-transaction';
import type { Outcome, Storage } from './storage';

const lastSeqRow = z.object({ last: z.int() });
const bytesRow = z.object({ bytes: z.int() });
const outcomeRow = z.object({ version: z.int().nullable(), detail: z.string() });
const patchRows = z.array(z.object({ version: z.int(), clientId: z.string(), seq: z.int(), ops: z.string() }));
const snapshotRow = z.object({ version: z.int(), gzip: z.instanceof(Uint8Array) });
const logRow = z.object({ first: z.int(), covered: z.int() });
const roomRows = z.array(z.object({ room: z.string() }));
const authorRows = z.array(z.object({ clientId: z.string(), name: z.string() }));

const skippedDetail = ackSchema.shape.skipped;
const refusedDetail = z.object({ code: z.enum(NACK_CODES), reason: nackSchema.shape.reason });

/** A storage on an open, migrated database (`openDatabase`), which it closes when it is closed. */
export function sqliteStorage(db: DatabaseSyncInstance): Storage {
  const insertPatch = db.prepare(
    'INSERT INTO patch (room, version, client_id, seq, ops, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  // One statement for each patch instead of two: handing over the values costs as much as writing them.
  db.exec(
    `CREATE TEMP TRIGGER accepted AFTER INSERT ON main.patch BEGIN
       INSERT INTO outcome (room, client_id, seq, version, detail)
       VALUES (new.room, new.client_id, new.seq, new.version, '[]');
     END`,
  );
  const noteSkipped = db.prepare('UPDATE outcome SET detail = ? WHERE room = ? AND client_id = ? AND seq = ?');
  const insertRefused = db.prepare(
    'INSERT INTO outcome (room, client_id, seq, version, detail) VALUES (?, ?, ?, NULL, ?)',
  );
  const selectOutcome = db.prepare('SELECT version, detail FROM outcome WHERE room = ? AND client_id = ? AND seq = ?');
  const selectLastSeq = db.prepare(
    'SELECT coalesce(max(seq), 0) AS last FROM outcome WHERE room = ? AND client_id = ?',
  );
  const selectAccepted = db.prepare('SELECT 1 FROM outcome WHERE room = ? AND version IS NOT NULL LIMIT 1');
  // Where the log is empty, everything up to the latest snapshot was removed from it, or nothing was ever in it.
  const selectLog = db.prepare(
    `SELECT coalesce((SELECT min(version) FROM patch WHERE room = ?1), latest.version + 1) AS first,
            latest.version AS covered
     FROM (SELECT coalesce(max(version), 0) AS version FROM snapshot WHERE room = ?1) AS latest`,
  );
  // The clock may have gone back: what is younger than it should be also keeps what comes after it.
  const deleteOldest = db.prepare(
    `DELETE FROM patch WHERE room = ?1 AND version < coalesce(
       (SELECT version FROM patch WHERE room = ?1 AND version <= ?2 AND at > ?3 ORDER BY version LIMIT 1), ?2 + 1
     )`,
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

  const selectSnapshotRooms = db.prepare('SELECT DISTINCT room FROM snapshot');
  const upsertAuthor = db.prepare(
    `INSERT INTO author (room, client_id, name) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name WHERE name <> excluded.name`,
  );
  const selectAuthors = db.prepare(
    `SELECT client_id AS clientId, name FROM author
     WHERE room = ? AND client_id IN (SELECT value FROM json_each(?))`,
  );

  const files = watchFiles(db.location());
  const transaction = transactionsOn(db, files);
  const { insertAudit, ...access } = accessTables(db, transaction);

  return {
    ...roomTable(db, transaction, insertAudit),
    ...access,
    commit(entries, at) {
      transaction(() => {
        for (const { room, clientId, seq, outcome, ops } of entries) {
          if (outcome.status === 'accepted') {
            insertPatch.run(room, outcome.version, clientId, seq, ops, at);
            const { skipped } = outcome;
            if (skipped.length > 0) noteSkipped.run(JSON.stringify(skipped), room, clientId, seq);
          } else {
            const { code, reason } = outcome;
            insertRefused.run(room, clientId, seq, JSON.stringify({ code, reason }));
          }
        }
      });
    },
    outcome(room, clientId, seq) {
      const row = outcomeRow.optional().parse(selectOutcome.get(room, clientId, seq));
      return row && parseOutcome(row);
    },
    lastSeq: (room, clientId) => lastSeqRow.parse(selectLastSeq.get(room, clientId)).last,
    hasAccepted: (room) => selectAccepted.get(room) !== undefined,
    firstVersion: (room) => logRow.parse(selectLog.get(room)).first,
    patchesAfter: (room, version) => patchRows.parse(selectPatches.all(room, version)),
    opBytesAfter: (room, version) => bytesRow.parse(selectBytes.get(room, version)).bytes,
    compactLog(room, before, limit) {
      const { first, covered } = logRow.parse(selectLog.get(room));
      if (first > covered) return 0;
      return transaction(() => Number(deleteOldest.run(room, Math.min(covered, first + limit - 1), before).changes));
    },
    putSnapshot(room, { version, gzip }, createdAt, retireBefore) {
      transaction(() => {
        insertSnapshot.run(room, version, createdAt, gzip);
        retireSnapshots.run(room, retireBefore);
      });
    },
    latestSnapshot: (room) => snapshotRow.optional().parse(selectLatest.get(room)),
    snapshot: (room, version) => snapshotRow.optional().parse(selectSnapshot.get(room, version)),
    roomsWithSnapshots: () => roomRows.parse(selectSnapshotRooms.all()).map(({ room }) => room),
    putAuthors(room, names) {
      transaction(() => {
        for (const [clientId, name] of names) upsertAuthor.run(room, clientId, name);
      });
    },
    authors(room, clientIds) {
      const rows = authorRows.parse(selectAuthors.all(room, JSON.stringify(clientIds)));
      return new Map(rows.map(({ clientId, name }) => [clientId, name]));
    },
    close: () => {
      if (!db.isOpen) return;
      // What has the files' names now is not ours to change.
      if (files.areThere()) closeDatabase(db);
      else db.close();
    },
  };
}

function parseOutcome({ version, detail }: z.infer<typeof outcomeRow>): Outcome {
  const json: unknown = JSON.parse(detail);
  if (version === null) return { status: 'refused', ...refusedDetail.parse(json) };
  return { status: 'accepted', version, skipped: skippedDetail.parse(json) };
}
