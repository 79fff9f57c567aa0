/** Real database files in real trouble: what was acknowledged stays, and what cannot be used is refused in words. */
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { assert } from '../../src/shared/assert';
import { DamagedRoomError } from '../load-room';
import { StartupError } from '../startup-error';
import { asKilled, DATABASE, openStorage, storageWithRoom, storedIn, WRITE_AHEAD_LOG } from '../testing/database-files';
import { makeDatabaseV1 } from '../testing/database-v1';
import { commitTitles, storedTitle, titledAt } from '../testing/stored-room';
import { tempDir } from '../testing/temp-dir';
import { closeDatabase, openDatabase } from './sqlite-open';
import { migrate } from './sqlite-schema';

const pragma = z.record(z.string(), z.int());
const numberOf = (db: DatabaseSyncInstance, name: string) => {
  const value = pragma.parse(db.prepare(`PRAGMA ${name}`).get())[name];
  assert(value !== undefined, `no pragma ${name}`);
  return value;
};

describe('a full disk', () => {
  // A limit on the database's size makes SQLite itself report SQLITE_FULL, as it does when the disk has no more room.
  const fill = (db: DatabaseSyncInstance) => db.exec(`PRAGMA max_page_count = ${numberOf(db, 'page_count')}`);
  const free = (db: DatabaseSyncInstance) => db.exec('PRAGMA max_page_count = 1000000');

  test('L6: fails the commit as a whole, keeps all that was acknowledged, and is over when there is room', () => {
    const { dir, db, storage } = storageWithRoom();
    fill(db);
    let version = 0;
    const writeUntilFull = () => {
      for (;;) {
        commitTitles(storage, version + 1, version + 5);
        version += 5;
      }
    };
    expect(writeUntilFull).toThrow(/full/);
    expect(version).toBeGreaterThan(0);
    expect(storedTitle(storage)).toEqual(titledAt(version));
    expect(storedIn(asKilled(dir))).toEqual(titledAt(version));
    expect(() => commitTitles(storage, version + 1, version + 500)).toThrow(/full/);

    free(db);
    commitTitles(storage, version + 1, version + 500);
    expect(storedTitle(storage)).toEqual(titledAt(version + 500));
    expect(storedIn(asKilled(dir))).toEqual(titledAt(version + 500));
  });

  test('fails a migration as a whole: the database is as it was, and is brought up to date when there is room', () => {
    const dir = tempDir();
    makeDatabaseV1(dir);
    const db = new DatabaseSync(join(dir, DATABASE));
    fill(db);
    expect(() => migrate(db, 1)).toThrow(/full/);
    const after = asKilled(dir);
    const old = new DatabaseSync(join(after, DATABASE));
    expect(numberOf(old, 'user_version')).toBe(1);
    old.close();
    expect(storedIn(asKilled(after))).toMatchObject({ version: 2, title: 'Title 2' });
  });
});

describe('files that may not be written', () => {
  /** Runs something as a user without rights over others' files; the permissions of files mean nothing to root. */
  function asNobody(run: () => void): void {
    assert(process.geteuid && process.seteuid, 'a system without users');
    const me = process.geteuid();
    if (me === 0) process.seteuid(65_534);
    try {
      run();
    } finally {
      process.seteuid(me);
    }
  }

  /** A closed database with two patches in it, in a directory with these permissions. */
  function locked(fileMode: number, dirMode: number): string {
    const dir = join(tempDir(), 'data');
    chmodSync(join(dir, '..'), 0o755);
    mkdirSync(dir);
    const { storage } = openStorage(dir);
    storage.createRoom({ id: 'r', epoch: 'e', createdAt: 7 });
    commitTitles(storage, 1, 2);
    storage.close();
    chmodSync(join(dir, DATABASE), fileMode);
    chmodSync(dir, dirMode);
    onTestFinished(() => chmodSync(dir, 0o755));
    return dir;
  }

  test.skipIf(process.platform === 'win32').each([
    ['a database that is read-only', 0o444, 0o777],
    ['a directory that is read-only', 0o666, 0o555],
    ['a database that may not even be read', 0o000, 0o777],
  ])('%s: the server does not start and says why, and all that was in it stays', (_, fileMode, dirMode) => {
    const dir = locked(fileMode, dirMode);
    let refusal: unknown;
    asNobody(() => {
      try {
        openDatabase(dir);
      } catch (error) {
        refusal = error;
      }
    });
    expect(refusal).toBeInstanceOf(StartupError);
    expect(String(refusal)).toMatch(/The database .* cannot be written .*Set DATA_DIR/);
    expect(storedIn(asKilled(dir))).toEqual(titledAt(2));
  });

  test('L6: a database that becomes read-only fails each commit, and goes on when it can be written again', () => {
    const { db, storage } = storageWithRoom();
    commitTitles(storage, 1, 2);
    db.exec('PRAGMA query_only = ON'); // SQLite answers as for a file system that was mounted anew, read-only.
    expect(() => commitTitles(storage, 3, 4)).toThrow(/readonly/);
    expect(storedTitle(storage)).toEqual(titledAt(2));
    db.exec('PRAGMA query_only = OFF');
    commitTitles(storage, 3, 4);
    expect(storedTitle(storage)).toEqual(titledAt(4));
  });
});

describe('files that are taken away from under the server', () => {
  test.each([DATABASE, WRITE_AHEAD_LOG])(
    'L2: once %s is removed nothing is acknowledged; put back, it goes on',
    (file) => {
      const { dir, storage } = storageWithRoom();
      commitTitles(storage, 1, 2);
      renameSync(join(dir, file), join(dir, 'elsewhere'));
      expect(() => commitTitles(storage, 3, 4)).toThrow(/was removed or replaced/);
      expect(() => storage.createRoom({ id: 'other', epoch: 'e', createdAt: 7 })).toThrow(/was removed or replaced/);
      renameSync(join(dir, 'elsewhere'), join(dir, file));
      commitTitles(storage, 3, 4);
      storage.close();
      expect(storedIn(dir)).toEqual(titledAt(4));
    },
  );

  test('L2: a backup that is put in place while the server runs is not written to, and is whole when it has ended', () => {
    const { dir, storage } = storageWithRoom();
    commitTitles(storage, 1, 2);
    const backup = asKilled(dir);
    commitTitles(storage, 3, 4);
    for (const file of [DATABASE, WRITE_AHEAD_LOG]) renameSync(join(backup, file), join(dir, file));
    expect(() => commitTitles(storage, 5, 6)).toThrow(/was removed or replaced/);
    storage.close();
    expect(storedIn(dir)).toEqual(titledAt(2));
  });
});

describe('a damaged database file', () => {
  /** A closed database with many patches in it. */
  function filled(): string {
    const { dir, storage } = storageWithRoom();
    for (let version = 1; version < 1_000; version += 100) commitTitles(storage, version, version + 99);
    storage.close();
    return dir;
  }

  test('that was cut off is refused in words', () => {
    const dir = filled();
    truncateSync(join(dir, DATABASE), statSync(join(dir, DATABASE)).size / 2);
    expect(() => openDatabase(dir)).toThrow(StartupError);
    expect(() => openDatabase(dir)).toThrow(/is damaged or is not a database\. Restore it from a backup/);
  });

  test('L7: with garbage in the log opens no room as if it were empty or shorter', () => {
    const dir = filled();
    const db = openDatabase(dir);
    const page = numberOf(db, 'page_size');
    const root = z
      .object({ rootpage: z.int() })
      .parse(db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'patch'`).get()).rootpage;
    closeDatabase(db);
    const bytes = readFileSync(join(dir, DATABASE));
    bytes.fill(0xa5, (root - 1) * page, root * page);
    writeFileSync(join(dir, DATABASE), bytes);
    expect(() => storedIn(dir)).toThrow(DamagedRoomError);
  });

  test('L7: that lost its log and its snapshots opens no room as if it were empty', () => {
    const { db, storage } = storageWithRoom();
    commitTitles(storage, 1, 2);
    storage.putSnapshot('r', { version: 2, gzip: Uint8Array.of(1) }, 0, 0);
    db.exec('DELETE FROM patch; DELETE FROM snapshot');
    expect(() => storedTitle(storage)).toThrow(DamagedRoomError);
  });
});
