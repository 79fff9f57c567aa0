/** How much is stored: read in pieces, so that counting never keeps anyone waiting. */
import { statSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';

/** Bytes of the database's files, as far as they are known without looking at what is in them. */
export interface FileSizes {
  readonly database: number;
  /** Part of `database` that holds nothing. */
  readonly free: number;
  readonly writeAheadLog: number;
}

/** What a room has stored. `bytes` are of ops as JSON, and of snapshots as they are kept, compressed. */
export interface StoredSizes {
  readonly patches: number;
  readonly patchBytes: number;
  readonly snapshots: number;
  readonly snapshotBytes: number;
}

const pagesRow = z.object({ size: z.int(), pages: z.int(), free: z.int() });
const patchesRow = z.object({ patches: z.int(), bytes: z.int(), last: z.int().nullable() });
const snapshotsRow = z.object({ snapshots: z.int(), bytes: z.int() });

export function readFileSizes(db: DatabaseSyncInstance): FileSizes {
  const { size, pages, free } = pagesRow.parse(
    db
      .prepare(
        `SELECT page_size AS size, page_count AS pages, freelist_count AS free
         FROM pragma_page_size, pragma_page_count, pragma_freelist_count`,
      )
      .get(),
  );
  const wal = statSync(`${db.location()}-wal`, { throwIfNoEntry: false });
  return { database: size * pages, free: size * free, writeAheadLog: wal?.size ?? 0 };
}

/**
 * Counts what a room has stored, `step` patches at a time; between two steps the caller does what it likes.
 * Of a log that changes meanwhile, what was there when its turn came is counted.
 */
export function* countRoom(db: DatabaseSyncInstance, room: string, step: number): Generator<undefined, StoredSizes> {
  const selectPatches = db.prepare(
    `SELECT count(*) AS patches, coalesce(sum(octet_length(ops)), 0) AS bytes, max(version) AS last
     FROM (SELECT version, ops FROM patch WHERE room = ? AND version > ? ORDER BY version LIMIT ?)`,
  );
  let [patches, patchBytes, after] = [0, 0, 0];
  for (;;) {
    const piece = patchesRow.parse(selectPatches.get(room, after, step));
    patches += piece.patches;
    patchBytes += piece.bytes;
    if (piece.last === null || piece.patches < step) break;
    after = piece.last;
    yield;
  }
  const { snapshots, bytes: snapshotBytes } = snapshotsRow.parse(
    db
      .prepare(
        'SELECT count(*) AS snapshots, coalesce(sum(octet_length(gzip)), 0) AS bytes FROM snapshot WHERE room = ?',
      )
      .get(room),
  );
  return { patches, patchBytes, snapshots, snapshotBytes };
}
