/** Puts a backup in the place of a data directory. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ACCESS_SECRET_FILE } from '../access/access-secret';
import { closeDatabase, DATABASE_FILE, openDatabase } from '../storage/sqlite-open';
import { AdminError } from './admin-port';
import { type BackupNote, checkCopy, flush, readNote } from './backup';

/** What a data directory has that a backup takes the place of. */
const FILES = [DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`, ACCESS_SECRET_FILE] as const;

export interface RestoreOptions {
  readonly backupDir: string;
  readonly dataDir: string;
  /** What is in the data directory is moved aside, instead of being a reason not to restore. */
  readonly force: boolean;
}

export interface Restored {
  readonly note: BackupNote;
  /** Where what was in the data directory is now. */
  readonly movedTo: string | undefined;
}

/**
 * Restores a backup into a data directory on which no server runs. Every room gets a new epoch: clients may have seen
 * versions that the backup does not have, and those numbers will be given again, to other patches. By the epoch they find
 * out, take the graph as it is now, and send what is pending as a new client.
 * @throws AdminError when it cannot be done; the data directory is as it was then
 */
export async function restoreBackup({ backupDir, dataDir, force }: RestoreOptions): Promise<Restored> {
  const note = readNote(backupDir);
  const inTheWay = FILES.filter((name) => existsSync(join(dataDir, name)));
  if (inTheWay.length > 0 && !force) {
    throw new AdminError(
      `There is a database in ${dataDir} already. Name another directory by --data-dir, or have it moved aside by --force.`,
    );
  }
  // Finds out whether a server has it open.
  if (existsSync(join(dataDir, DATABASE_FILE))) closeDatabase(openDatabase(dataDir));

  const draft = join(dataDir, 'restore.unfinished');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    for (const name of [DATABASE_FILE, ACCESS_SECRET_FILE]) {
      await copyFile(join(backupDir, name), join(draft, name));
    }
    checkCopy(draft);
    giveNewEpochs(draft);
    const movedTo = inTheWay.length === 0 ? undefined : moveAside(dataDir);
    // The database last: without it, a server finds nothing rather than half of it.
    for (const name of [ACCESS_SECRET_FILE, DATABASE_FILE]) {
      flush(join(draft, name));
      renameSync(join(draft, name), join(dataDir, name));
    }
    flush(dataDir);
    return { note, movedTo };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const roomRows = z.array(z.object({ id: z.string() }));

function giveNewEpochs(dir: string): void {
  const db = openDatabase(dir);
  try {
    const update = db.prepare('UPDATE room SET epoch = ? WHERE id = ?');
    db.exec('BEGIN IMMEDIATE');
    for (const { id } of roomRows.parse(db.prepare('SELECT id FROM room').all())) {
      update.run(randomBytes(16).toString('base64url'), id);
    }
    db.exec('COMMIT');
  } finally {
    closeDatabase(db);
  }
}

/** Returns the directory, within the data directory, that has the old files now. */
function moveAside(dataDir: string): string {
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = join(dataDir, `before-restore-${time}`);
  mkdirSync(aside, { mode: 0o700 });
  // The database first: whatever happens, no server starts on another's secret.
  for (const name of FILES) {
    if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(aside, name));
  }
  return aside;
}
