/** Transactions on a database that is open. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { OpenFiles } from './open-files';

/** Runs `write` in a transaction of its own, which is on disk when this returns. Throws, with nothing written, when it fails. */
export type Transaction = <T>(write: () => T) => T;

/** @param files of the database: nothing is written while they are not what they were */
export function transactionsOn(db: DatabaseSyncInstance, files: OpenFiles): Transaction {
  return (write) => {
    files.check();
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = write();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has already rolled back after some errors (a full disk), not after others.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
}
