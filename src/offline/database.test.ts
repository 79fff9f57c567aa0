import { expect, test } from 'vitest';
import { must } from '../shared/assert';
import { ManualClock } from '../shared/testing/manual-clock';
import { type Database, openDatabase, transact } from './database';
import { TestBrowser } from './testing/test-browser';

async function database(): Promise<Database> {
  const opened = await openDatabase({ indexedDB: new TestBrowser().indexedDB, clock: new ManualClock() }, () => {});
  return must(opened.ok ? opened.database : undefined, 'the database');
}

test('a new browser gets all stores, empty', async () => {
  const opened = await database();
  expect([...opened.objectStoreNames]).toEqual(['aside', 'base', 'queue', 'rooms', 'tail']);
  for (const store of opened.objectStoreNames) expect(await opened.count(store)).toBe(0);
});

test('what was written is there when it is opened again', async () => {
  const browser = new TestBrowser();
  for (const expected of [0, 1]) {
    const opened = await openDatabase({ indexedDB: browser.indexedDB, clock: new ManualClock() }, () => {});
    const again = must(opened.ok ? opened.database : undefined, 'the database');
    expect(await again.count('rooms')).toBe(expected);
    await again.put('rooms', 1, 'room');
    again.close();
  }
});

test('of a transaction whose work fails nothing is written', async () => {
  const opened = await database();
  const failing = transact(opened, ['rooms'], 'readwrite', async (transaction) => {
    await transaction.objectStore('rooms').put(1, 'room');
    throw new Error('This is a bug.');
  });
  await expect(failing).rejects.toThrow('This is a bug.');
  expect(await opened.count('rooms')).toBe(0);
});

test('of a transaction with a request that fails nothing is written', async () => {
  const opened = await database();
  const failing = transact(opened, ['rooms'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('rooms');
    await Promise.all([store.add(1, 'room'), store.add(2, 'room')]);
  });
  await expect(failing).rejects.toMatchObject({ name: 'ConstraintError' });
  expect(await opened.count('rooms')).toBe(0);
});
