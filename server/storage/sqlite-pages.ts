/** Reads what is stored page by page, for whoever looks at all of it while the server goes on. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import type { LoggedPatch } from './storage';

/** Rows of a page at most. */
const ROWS = 1_000;
/** Characters of a page, but for its last row. */
const CHARACTERS = 2_000_000;

const patchRow = z.object({ version: z.int(), clientId: z.string(), seq: z.int(), ops: z.string() });
const outcomeRow = z.object({ clientId: z.string(), seq: z.int(), version: z.int().nullable(), detail: z.string() });
const snapshotRows = z.array(z.object({ version: z.int(), createdAt: z.int(), bytes: z.int() }));
const versionRow = z.object({ version: z.int() });

export type OutcomeRow = z.infer<typeof outcomeRow>;

export interface StoredPages {
  /** The version of a room's last patch, be it in the log or in a snapshot alone; 0 when there is none. */
  version(room: string): number;
  /** Oldest first. `createdAt` in milliseconds since 1970, `bytes` compressed. */
  snapshots(room: string): z.infer<typeof snapshotRows>;
  /** What the log has after a version, in order: the first of it. Empty only at the end. */
  patches(room: string, after: number): LoggedPatch[];
  /** Outcomes by client id and seq, after one. Empty only at the end. */
  outcomes(room: string, after: Pick<OutcomeRow, 'clientId' | 'seq'>): OutcomeRow[];
}

export function storedPages(db: DatabaseSyncInstance): StoredPages {
  const selectVersion = db.prepare(
    `SELECT max(coalesce((SELECT max(version) FROM patch WHERE room = ?1), 0),
                coalesce((SELECT max(version) FROM snapshot WHERE room = ?1), 0)) AS version`,
  );
  const selectSnapshots = db.prepare(
    `SELECT version, created_at AS createdAt, octet_length(gzip) AS bytes FROM snapshot WHERE room = ? ORDER BY version`,
  );
  const selectPatches = db.prepare(
    `SELECT version, client_id AS clientId, seq, ops FROM patch
     WHERE room = ? AND version > ? ORDER BY version LIMIT ${ROWS}`,
  );
  const selectOutcomes = db.prepare(
    `SELECT client_id AS clientId, seq, version, detail FROM outcome
     WHERE room = ? AND (client_id, seq) > (?, ?) ORDER BY client_id, seq LIMIT ${ROWS}`,
  );
  return {
    version: (room) => versionRow.parse(selectVersion.get(room)).version,
    snapshots: (room) => snapshotRows.parse(selectSnapshots.all(room)),
    patches: (room, after) => page(selectPatches.iterate(room, after), patchRow, ({ ops }) => ops.length),
    outcomes: (room, { clientId, seq }) =>
      page(selectOutcomes.iterate(room, clientId, seq), outcomeRow, ({ detail }) => detail.length),
  };
}

/** The first rows, until they are long enough together. */
function page<Row>(rows: Iterable<unknown>, schema: z.ZodType<Row>, lengthOf: (row: Row) => number): Row[] {
  const taken: Row[] = [];
  let length = 0;
  for (const row of rows) {
    const parsed = schema.parse(row);
    taken.push(parsed);
    length += lengthOf(parsed);
    if (length >= CHARACTERS) break;
  }
  return taken;
}
