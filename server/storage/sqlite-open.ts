/** Opens and closes the database file, with the settings durability rests on; says in words when it cannot be opened. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { StartupError } from '../startup-error';
import { migrate, migrationsMade } from './sqlite-schema';

/** The database's file in its data directory. */
export const DATABASE_FILE = 'kumiko.db';

/** How long to wait for a server that is just stopping to let go of the file, in milliseconds. */
const LOCK_WAIT = 2_000;

/**
 * Opens the database in a directory, making both when they are missing.
 * WAL with `synchronous = FULL`: a transaction is on disk when COMMIT returns. The file is locked for this process
 * alone: two servers that order the same rooms would contradict each other.
 * @throws StartupError when the directory or the file cannot be used
 */
export function openDatabase(dataDir: string): DatabaseSyncInstance {
  const file = join(dataDir, DATABASE_FILE);
  let db: DatabaseSyncInstance | undefined;
  try {
    // What people write is nobody else's business on this machine.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    db = new DatabaseSync(file, { timeout: LOCK_WAIT, enableForeignKeyConstraints: true });
    migrationsMade(db, file); // Before anything is changed: it may be another program's.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    // Takes the lock at once, and finds out whether the file can be written.
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    migrate(db, migrationsMade(db, file));
    return db;
  } catch (error) {
    if (db?.isOpen) db.close();
    throw explain(error, dataDir, file);
  }
}

/**
 * Closes the database and lets go of the file. Closing alone does neither while a prepared statement has not been
 * collected as garbage: leaving WAL writes everything into the one file, and leaving the exclusive mode unlocks it.
 */
export function closeDatabase(db: DatabaseSyncInstance): void {
  try {
    db.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema');
  } finally {
    db.close();
  }
}

const SQLITE = { BUSY: 5, READONLY: 8, IOERR: 10, CORRUPT: 11, FULL: 13, CANTOPEN: 14, NOTADB: 26 } as const;

function explain(error: unknown, dataDir: string, file: string): unknown {
  if (!(error instanceof Error) || error instanceof StartupError) return error;
  if ('syscall' in error) {
    return new StartupError(
      `The data directory ${dataDir} cannot be used (${error.message}). Set DATA_DIR to one that can be written.`,
    );
  }
  // The low byte is the error's kind, the rest its variety.
  switch ('errcode' in error ? Number(error.errcode) & 0xff : undefined) {
    case SQLITE.NOTADB:
    case SQLITE.CORRUPT:
      return new StartupError(
        `The database ${file} is damaged or is not a database. Restore it from a backup, or move it away to start anew.`,
      );
    case SQLITE.BUSY:
      return new StartupError(`The database ${file} is in use by another process. Stop that one, or set DATA_DIR.`);
    case SQLITE.CANTOPEN:
    case SQLITE.READONLY:
    case SQLITE.IOERR:
    case SQLITE.FULL:
      return new StartupError(
        `The database ${file} cannot be written (${error.message}). Set DATA_DIR to a directory that can be.`,
      );
    default:
      return error;
  }
}
