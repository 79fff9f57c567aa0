/** Copies of a database that is in use, each of one moment and whole. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';

const checkpointRow = z.object({ busy: z.int() });
const autocheckpointRow = z.object({ wal_autocheckpoint: z.int() });
const problemRows = z.array(z.record(z.string(), z.unknown()));

/**
 * Writes all that is committed into the main file, and keeps the main file as it is from then on: what is committed
 * meanwhile goes to the write-ahead log alone. The file can be copied as any other, but **by another process**: opening and
 * closing it would take this process its lock on it (POSIX locks belong to the process).
 * @param db in WAL mode, with no other connection to it
 * @returns what ends it
 * @throws when the disk fails; then nothing is held
 */
export function holdMainFile(db: DatabaseSyncInstance): () => void {
  const before = autocheckpointRow.parse(db.prepare('PRAGMA wal_autocheckpoint').get()).wal_autocheckpoint;
  const release = () => db.exec(`PRAGMA wal_autocheckpoint = ${before}`);
  db.exec('PRAGMA wal_autocheckpoint = 0');
  try {
    const { busy } = checkpointRow.parse(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
    if (busy !== 0) throw new Error('The write-ahead log could not be written into the database.');
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

/** Writes a copy by itself. Nothing else happens meanwhile: for a database that nobody else uses. */
export function copyAtRest(db: DatabaseSyncInstance, file: string): void {
  db.prepare('VACUUM INTO ?').run(file);
}

/** What is wrong with the file as SQLite sees it, a line each; empty when nothing is. Reads all of it. */
export function fileProblems(db: DatabaseSyncInstance): string[] {
  const found = problemRows.parse(db.prepare('PRAGMA integrity_check').all());
  const lines = found.map((row) => String(Object.values(row)[0])).filter((line) => line !== 'ok');
  const orphans = problemRows.parse(db.prepare('PRAGMA foreign_key_check').all()).length;
  return orphans === 0 ? lines : [...lines, `${orphans} rows belong to rooms that are not there`];
}
