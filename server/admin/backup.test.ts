/** Backups of a server that is being written to, and what comes back out of them. */
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { must } from '../../src/shared/assert';
import { INFO_KEY } from '../../src/shared/graph/model';
import { testClientId } from '../../src/shared/testing/test-client-ids';
import { loadRoom } from '../load-room';
import { openDatabase } from '../storage/sqlite-open';
import { sqliteStorage } from '../storage/sqlite-storage';
import { admin } from '../testing/admin-command';
import { CrashClient, crashOps } from '../testing/crash-client';
import { setTitle } from '../testing/ops';
import { bundleServer, listening, startProcess } from '../testing/server-process';
import { tempDir } from '../testing/temp-dir';
import { TestClient } from '../testing/test-client';
import { newRoom, testServer } from '../testing/test-server';

const CLIENTS = 4;
/** Patches that are answered before, and again after, a backup is made. */
const MANY = 2_000;
const ENVIRONMENT = { PATCH_RATE: '1000000', PATCH_BURST: '1000000', LOG_LEVEL: 'info' };

/** Opens a data directory, reads from it, and closes it. */
function reading<T>(dataDir: string, read: (storage: ReturnType<typeof sqliteStorage>) => T): T {
  const storage = sqliteStorage(openDatabase(dataDir));
  try {
    return read(storage);
  } finally {
    storage.close();
  }
}

test('a backup under load has all that was acknowledged before it, and is one moment; what is restored goes on', async () => {
  const bundle = await bundleServer();
  const dataDir = tempDir();
  const server = startProcess(bundle, { ...ENVIRONMENT, DATA_DIR: dataDir });
  const url = await listening(server);
  const room = await newRoom(url, { title: 'Kept' });
  let answers = 0;
  let wake = () => {};
  const onAnswer = () => {
    answers += 1;
    wake();
  };
  const answered = async (count: number) => {
    while (answers < count) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, index) => new CrashClient(testClientId(index + 1), () => 0.5));
  const written = Promise.all(clients.map((client) => client.write(url, room, onAnswer)));

  const backups: string[] = [];
  const acknowledged: ReadonlyMap<number, unknown>[][] = [];
  for (const round of [1, 2, 3]) {
    await answered(answers + MANY);
    acknowledged.push(clients.map((client) => new Map(client.answers)));
    const dir = join(tempDir(), `backup-${round}`);
    backups.push(dir);
    expect(await admin(dataDir, 'backup', dir)).toMatchObject({ exitCode: 0, complaints: [] });
  }
  await answered(answers + MANY);
  server.kill('SIGKILL');
  await once(server, 'close');
  await written;
  expect(clients.flatMap(({ problems }) => problems)).toEqual([]);

  for (const [index, backup] of backups.entries()) {
    const restored = join(tempDir(), 'restored');
    expect(await admin(restored, 'restore-backup', backup)).toMatchObject({ exitCode: 0 });
    expect(await admin(restored, 'verify')).toMatchObject({ exitCode: 0 });
    reading(restored, (storage) => {
      for (const [who, { id, answers: all }] of clients.entries()) {
        const before = must(acknowledged[index]?.[who], 'what was acknowledged');
        const stored = storage.lastSeq(room, id);
        expect(stored).toBeGreaterThanOrEqual(Math.max(...before.keys()));
        // Later ones, too, are what the client was told: the backup is the server as it was, only earlier.
        for (let seq = 1; seq <= stored; seq += 1) {
          const told = must(all.get(seq), `the answer to ${seq}`);
          expect(storage.outcome(room, id, seq)).toMatchObject(told);
        }
      }
      const { graph, version } = loadRoom(storage, must(storage.room(room), 'the room'));
      const last = must(storage.patchesAfter(room, version - 1)[0], 'the last patch');
      expect(crashOps(last.clientId, last.seq)).toEqual([setTitle(graph.get('info', INFO_KEY)?.title ?? '')]);
    });
  }

  // Clients find out by the epoch that it is another history, and the links open it as before.
  const restored = join(tempDir(), 'restored');
  await admin(restored, 'restore-backup', must(backups[0], 'the first backup'));
  const second = startProcess(bundle, { ...ENVIRONMENT, DATA_DIR: restored });
  const epochBefore = reading(dataDir, (storage) => must(storage.room(room), 'the room').epoch);
  const ann = new TestClient(await listening(second), room);
  const welcome = await ann.join(testClientId(9), { roomEpoch: epochBefore, lastVersion: 3 * MANY });
  expect(welcome.roomEpoch).not.toBe(epochBefore);
  expect(welcome.snapshot).toBeDefined();
  expect(await admin(restored, 'restore-backup', must(backups[0], 'the first backup'), '--force')).toMatchObject({
    exitCode: 1,
    complaints: [expect.stringMatching(/A server runs on .*Stop it first/)],
  });
}, 120_000);

test('a backup is its owner’s alone, whole or not there, and replaces nothing', async () => {
  const dataDir = tempDir();
  const server = await testServer({ dataDir });
  await server.newRoom();
  await server.close();
  const dir = join(tempDir(), 'backup');
  expect(await admin(dataDir, 'backup', dir)).toMatchObject({ exitCode: 0, out: [`1 graph in ${dir}.`] });
  expect(readdirSync(dir).sort()).toEqual(['access-secret', 'backup.json', 'kumiko.db']);
  expect(statSync(dir).mode & 0o77).toBe(0);
  expect(await admin(dataDir, 'backup', dir)).toMatchObject({
    exitCode: 1,
    complaints: [expect.stringMatching(/is there already/)],
  });
  expect(await admin(tempDir(), 'restore-backup', tempDir())).toMatchObject({
    exitCode: 1,
    complaints: [expect.stringMatching(/is not a whole backup/)],
  });
});

test('a damaged database is not backed up', async () => {
  const dataDir = tempDir();
  const server = await testServer({ dataDir });
  await server.newRoom();
  await server.close();
  const db = new DatabaseSync(join(dataDir, 'kumiko.db'));
  db.exec("PRAGMA foreign_keys = OFF; UPDATE link SET room = 'nowhere'");
  db.close();
  const dir = join(tempDir(), 'backup');
  expect(await admin(dataDir, 'backup', dir)).toMatchObject({
    exitCode: 1,
    complaints: [expect.stringMatching(/damaged/)],
  });
  expect(existsSync(dir) || existsSync(`${dir}.unfinished`)).toBe(false);
});

test('restoring over something needs --force, which moves it aside', async () => {
  const dataDir = tempDir();
  const first = await testServer({ dataDir });
  const room = await first.newRoom({ title: 'Kept' });
  await first.close();
  const dir = join(tempDir(), 'backup');
  await admin(dataDir, 'backup', dir);
  const second = await testServer({ dataDir });
  const later = await second.newRoom();
  await second.close();

  expect(await admin(dataDir, 'restore-backup', dir)).toMatchObject({
    exitCode: 1,
    complaints: [expect.stringMatching(/There is a database in .* already/)],
  });
  const { exitCode, out } = await admin(dataDir, 'restore-backup', dir, '--force');
  expect(exitCode).toBe(0);
  const aside = must(/^What was there is in (.*)\.$/.exec(out[0] ?? '')?.[1], 'the directory');
  expect(reading(dataDir, (storage) => storage.rooms().map(({ id }) => id))).toEqual([room]);
  expect(reading(aside, (storage) => storage.rooms().map(({ id }) => id))).toEqual([room, later]);
  expect(existsSync(join(dataDir, 'restore.unfinished'))).toBe(false);
});
