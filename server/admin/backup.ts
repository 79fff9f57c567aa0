/**
 * Backups: a directory with the database, the secret behind all links' keys, and a note that says that it is whole. It is
 * a data directory, too: a server can be started on a copy of it.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../src/shared/protocol/parse';
import { ACCESS_SECRET_FILE } from '../access/access-secret';
import { fileProblems } from '../storage/sqlite-copy';
import { closeDatabase, DATABASE_FILE, openDatabase } from '../storage/sqlite-open';
import { AdminError, type AdminPort } from './admin-port';

const NOTE_FILE = 'backup.json';

const noteSchema = z.strictObject({
  form: z.literal('kumiko-backup'),
  format: z.literal(1),
  /** Milliseconds since 1970. */
  madeAt: z.number(),
  rooms: z.int(),
});
export type BackupNote = z.infer<typeof noteSchema>;

/**
 * Makes a backup in a directory that is not there yet. It appears under its name once it is whole, checked and on the
 * disk; until then it has another.
 * @throws AdminError when it cannot be made; nothing is left of it then
 */
export async function makeBackup(port: AdminPort, dataDir: string, dir: string): Promise<BackupNote> {
  if (existsSync(dir)) throw new AdminError(`${dir} is there already. Name a directory that is not.`);
  const draft = `${dir}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    await port.copyDatabase(draft);
    await copyFile(join(dataDir, ACCESS_SECRET_FILE), join(draft, ACCESS_SECRET_FILE));
    flush(join(draft, ACCESS_SECRET_FILE));
    const note: BackupNote = { form: 'kumiko-backup', format: 1, madeAt: Date.now(), rooms: checkCopy(draft) };
    writeFileSync(join(draft, NOTE_FILE), `${JSON.stringify(note)}\n`, { mode: 0o600 });
    flush(join(draft, NOTE_FILE));
    flush(draft);
    renameSync(draft, dir);
    flush(dirname(dir));
    return note;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

const countRow = z.object({ rooms: z.int() });

/** Reads a copied database whole, and makes it one file. Returns how many rooms it has. */
export function checkCopy(dir: string): number {
  const db = openDatabase(dir);
  try {
    const problems = fileProblems(db);
    if (problems.length > 0) {
      throw new AdminError(`The copy of the database is damaged, and so may be the database: ${problems[0]}.`);
    }
    return countRow.parse(db.prepare('SELECT count(*) AS rooms FROM room').get()).rooms;
  } finally {
    closeDatabase(db);
  }
}

/** @throws AdminError when there is no whole backup */
export function readNote(dir: string): BackupNote {
  const file = join(dir, NOTE_FILE);
  const isWhole = [file, join(dir, DATABASE_FILE), join(dir, ACCESS_SECRET_FILE)].every((path) => existsSync(path));
  const note = isWhole ? parseJson(noteSchema, readFileSync(file, 'utf8')) : undefined;
  if (note?.ok) return note.value;
  throw new AdminError(`${dir} is not a whole backup that this version can read.`);
}

/** Sees to it that a file, or what a directory lists, is on the disk. */
export function flush(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
