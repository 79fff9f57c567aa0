/** Finds out whether the database can be written, by writing to it. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { watchFiles } from './open-files';
import { transactionsOn } from './sqlite-transaction';

const versionRow = z.object({ user_version: z.int() });

/**
 * Returns what writes a number that is in the database already, all the way to the disk, and throws when that fails.
 * @param db in WAL mode
 */
export function databaseProbe(db: DatabaseSyncInstance): () => void {
  const transaction = transactionsOn(db, watchFiles(db.location()));
  return () => {
    const { user_version } = versionRow.parse(db.prepare('PRAGMA user_version').get());
    transaction(() => db.exec(`PRAGMA user_version = ${user_version}`));
  };
}
