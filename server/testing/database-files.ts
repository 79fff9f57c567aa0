/** A database on disk, its files, and what is in them once the server that wrote them is gone. */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../storage/sqlite-open';
import { sqliteStorage } from '../storage/sqlite-storage';
import type { Storage } from '../storage/storage';
import { type StoredTitle, storedTitle } from './stored-room';
import { tempDir } from './temp-dir';

export const DATABASE = 'kumiko.db';
export const WRITE_AHEAD_LOG = 'kumiko.db-wal';

export interface OpenedStorage {
  readonly dir: string;
  readonly db: DatabaseSyncInstance;
  readonly storage: Storage;
}

/** Opens the database in a directory; it is closed after the test. */
export function openStorage(dir: string): OpenedStorage {
  const db = openDatabase(dir);
  const storage = sqliteStorage(db);
  onTestFinished(() => storage.close());
  return { dir, db, storage };
}

/** A database with an empty room "r" in its main file, and nothing in its write-ahead log. */
export function storageWithRoom(): OpenedStorage {
  const dir = tempDir();
  const { storage } = openStorage(dir);
  storage.createRoom({ id: 'r', epoch: 'e', createdAt: 7 });
  storage.close();
  return openStorage(dir);
}

/**
 * Copies the files as they are, to what a killed server would leave behind. A copy is not locked by this process.
 * @param copy an existing directory, that has no database in it
 */
export function asKilled(dir: string, copy: string = tempDir()): string {
  for (const file of [DATABASE, WRITE_AHEAD_LOG]) {
    if (existsSync(join(dir, file))) cpSync(join(dir, file), join(copy, file));
  }
  return copy;
}

/** What is stored of room "r" in a directory, whose database is opened and closed for it. */
export function storedIn(dir: string): StoredTitle {
  const storage = sqliteStorage(openDatabase(dir));
  try {
    return storedTitle(storage);
  } finally {
    storage.close();
  }
}
