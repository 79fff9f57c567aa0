import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StartupError } from '../startup-error';
import { makeDatabaseV1 } from '../testing/database-v1';
import { clientNo } from '../testing/ids';
import { storedTitle } from '../testing/stored-room';
import { tempDir } from '../testing/temp-dir';
import { closeDatabase, openDatabase } from './sqlite-open';
import { sqliteStorage } from './sqlite-storage';
import type { Storage } from './storage';
import { storageContract } from './storage-contract';

const LINK = { room: 'r', id: 'AAAAAAAAAAAAAAAA', role: 'owner', name: '', createdAt: 8 } as const;
const ENTRY = { room: 'r', at: 9, by: 'admin', action: 'link_created', detail: '' } as const;

storageContract(() => sqliteStorage(openDatabase(tempDir())));

describe('the file', () => {
  test('has everything in it when it is opened again', () => {
    const dir = tempDir();
    const before = sqliteStorage(openDatabase(dir));
    before.createRoom({ id: 'r', epoch: 'e', createdAt: 7 });
    const outcome = { status: 'accepted', version: 1, skipped: [] } as const;
    before.commit([{ room: 'r', clientId: clientNo(1), seq: 1, outcome, ops: '[]' }], 8);
    before.putSnapshot('r', { version: 1, gzip: Uint8Array.of(1, 2) }, 0, -1);
    before.close();
    expect(readdirSync(dir)).toEqual(['kumiko.db']);

    const after = sqliteStorage(openDatabase(dir));
    expect(after.room('r')?.epoch).toBe('e');
    expect(after.patchesAfter('r', 0)).toHaveLength(1);
    expect(after.outcome('r', clientNo(1), 1)).toEqual(outcome);
    expect(after.latestSnapshot('r')?.gzip).toEqual(Uint8Array.of(1, 2));
    after.close();
  });

  test.each([
    ['a link', (storage: Storage) => storage.putLink(LINK, ENTRY)],
    ['the deletion of a room', (storage: Storage) => storage.setDeleted('r', 9, ENTRY)],
    ['the purge of a room', (storage: Storage) => storage.purgeRoom('r', ENTRY)],
  ])('has nothing of %s whose audit entry could not be written', (_, write) => {
    const db = openDatabase(tempDir());
    const storage = sqliteStorage(db);
    onTestFinished(() => storage.close());
    storage.createRoom({ id: 'r', epoch: 'e', createdAt: 7 });
    storage.putSnapshot('r', { version: 1, gzip: Uint8Array.of(1) }, 0, -1);
    db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.audit BEGIN SELECT raise(ABORT, 'no room'); END`);
    expect(() => write(storage)).toThrow('no room');
    expect(storage.rooms()).toEqual([{ id: 'r', epoch: 'e', createdAt: 7 }]);
    expect(storage.links('r')).toEqual([]);
    expect(storage.latestSnapshot('r')).toBeDefined();

    db.exec('DROP TRIGGER full');
    write(storage);
    expect(storage.audit('r', 9)).toEqual([ENTRY]);
  });

  test('is written ahead and flushed to the disk at every commit', () => {
    const db = openDatabase(tempDir());
    expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
    db.close();
  });

  test('of another program is left alone, in words', () => {
    const dir = tempDir();
    const foreign = new DatabaseSync(join(dir, 'kumiko.db'));
    foreign.exec('CREATE TABLE recipe (title TEXT)');
    foreign.close();
    expect(() => openDatabase(dir)).toThrow(StartupError);
    expect(() => openDatabase(dir)).toThrow(/is not a database of Kumiko/);
  });

  test('of a newer version is left alone, in words', () => {
    const dir = tempDir();
    const db = openDatabase(dir);
    db.exec('PRAGMA user_version = 1000');
    closeDatabase(db);
    expect(() => openDatabase(dir)).toThrow(/newer version of Kumiko/);
  });

  test('of the first release is brought up to date with all that is in it', () => {
    const dir = tempDir();
    makeDatabaseV1(dir);
    sqliteStorage(openDatabase(dir)).close();
    const storage = sqliteStorage(openDatabase(dir));
    onTestFinished(() => storage.close());
    expect(storage.room('r')).toEqual({ id: 'r', epoch: 'e', createdAt: 7 });
    expect(storedTitle(storage)).toEqual({ version: 2, title: 'Title 2', lastSeq: 3 });
    expect(storage.outcome('r', clientNo(1), 2)).toEqual({ status: 'accepted', version: 2, skipped: [] });
    expect(storage.outcome('r', clientNo(1), 3)).toMatchObject({ status: 'refused', code: 'WRONG_TYPE' });

    storage.putAuthors('r', new Map([[clientNo(1), 'Ann']]));
    expect(storage.authors('r', [clientNo(1)]).get(clientNo(1))).toBe('Ann');
    expect(storage.links('r')).toEqual([]); // Nobody can get in until someone makes one.
    storage.putLink(LINK);
    expect(storage.link('r', LINK.id)).toEqual(LINK);
    storage.setDeleted('r', 9);
    expect(storage.rooms()).toEqual([{ id: 'r', epoch: 'e', createdAt: 7, deletedAt: 9 }]);
    const outcome = { status: 'accepted', version: 3, skipped: [] } as const;
    storage.commit([{ room: 'r', clientId: clientNo(1), seq: 4, outcome, ops: '[]' }], 5_000);
    storage.putSnapshot('r', { version: 3, gzip: Uint8Array.of(1) }, 0, -1);
    expect(storage.compactLog('r', 4_999, 100)).toBe(2); // Of old patches the time is not known: they count as old.
    expect(storage.firstVersion('r')).toBe(3);
  });
});
