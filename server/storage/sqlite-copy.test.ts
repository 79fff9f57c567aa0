/** Copies of a database in use: while its main file is held, it is the same file, whatever is committed. */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATABASE, openStorage, storedIn, WRITE_AHEAD_LOG } from '../testing/database-files';
import { commitTitles, storedTitle, titledAt } from '../testing/stored-room';
import { tempDir } from '../testing/temp-dir';
import { copyAtRest, fileProblems, holdMainFile } from './sqlite-copy';

/** Patches in transactions of their own: more pages of the write-ahead log than SQLite lets it have otherwise. */
const MANY = 3_000;

function commitOneByOne(storage: Parameters<typeof commitTitles>[0], from: number, to: number): void {
  for (let version = from; version <= to; version += 1) commitTitles(storage, version, version);
}

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

test('while it is held the main file stays as it is, and has all that was committed before; afterwards it is written again', () => {
  const dir = tempDir();
  const { db, storage } = openStorage(dir);
  storage.createRoom({ id: 'r', epoch: 'e', createdAt: 7 });
  commitOneByOne(storage, 1, 50);
  const file = join(dir, DATABASE);
  const release = holdMainFile(db);
  const held = hash(file);
  expect(readFileSync(join(dir, WRITE_AHEAD_LOG))).toHaveLength(0);
  commitOneByOne(storage, 51, MANY);
  expect(hash(file)).toBe(held);
  expect(storedInCopyOf(file)).toEqual(titledAt(50));

  release();
  commitOneByOne(storage, MANY + 1, 2 * MANY);
  expect(hash(file)).not.toBe(held);
  expect(storedTitle(storage)).toEqual(titledAt(2 * MANY));
});

/** What is stored in a copy of the main file alone. */
function storedInCopyOf(file: string) {
  const dir = tempDir();
  copyFileSync(file, join(dir, DATABASE));
  return storedIn(dir);
}

test('a copy at rest has everything', () => {
  const { db, storage } = openStorage(tempDir());
  storage.createRoom({ id: 'r', epoch: 'e', createdAt: 7 });
  commitTitles(storage, 1, 50);
  const dir = tempDir();
  copyAtRest(db, join(dir, DATABASE));
  expect(storedIn(dir)).toEqual(titledAt(50));
});

test('what is wrong with a file is found', () => {
  const { db, storage } = openStorage(tempDir());
  storage.createRoom({ id: 'r', epoch: 'e', createdAt: 7 });
  commitTitles(storage, 1, 50);
  expect(fileProblems(db)).toEqual([]);
  db.exec("PRAGMA foreign_keys = OFF; UPDATE patch SET room = 'nowhere' WHERE version = 50");
  expect(fileProblems(db)).toEqual(['1 rows belong to rooms that are not there']);
});
