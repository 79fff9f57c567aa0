/**
 * The server is killed again and again while several people write to it as fast as they can. Each time, what it left on
 * the disk is compared with what it told anyone, and after the next start with what it tells them then.
 *
 * SIGKILL loses what the process has not given to the system. That the system gives it to the disk is left to
 * `synchronous = FULL`, whose setting sqlite-storage.test.ts checks.
 */
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { must } from '../src/shared/assert';
import { INFO_KEY } from '../src/shared/graph/model';
import { loadRoom } from './load-room';
import { openDatabase } from './storage/sqlite-open';
import { sqliteStorage } from './storage/sqlite-storage';
import type { Storage } from './storage/storage';
import { CrashClient, crashOps } from './testing/crash-client';
import { asKilled } from './testing/database-files';
import { clientNo } from './testing/ids';
import { bundleServer, listening, startProcess } from './testing/server-process';
import { tempDir } from './testing/temp-dir';
import { newRoom } from './testing/test-server';

const ROUNDS = 50;
const CLIENTS = 4;
/** Answers, at most, between the start of a server and its end; and how long after the last of them, in milliseconds. */
const MOST_ANSWERS = 800;
const LONGEST_DELAY = 15;

/** Set CRASH_SEED to the number in a failed test's name to kill at the same moments, as far as a machine repeats them. */
const SEED = Number(process.env['CRASH_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Compares what is stored after a version with what clients were told; returns the version that is stored. */
function checkStored(storage: Storage, room: string, clients: readonly CrashClient[], from: number): number {
  const log = storage.patchesAfter(room, from);
  expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => from + index + 1));
  const byVersion = new Map(log.map((patch) => [patch.version, patch]));
  for (const { clientId, seq, version, ops } of log) {
    expect(ops).toBe(JSON.stringify(crashOps(clientId, seq)));
    // One outcome has one version, so what is here twice does not agree with its outcome once.
    expect(storage.outcome(room, clientId, seq)).toEqual({ status: 'accepted', version, skipped: [] });
  }
  for (const { id, answers } of clients) {
    for (const [seq, answer] of answers) {
      if (!('version' in answer)) {
        expect(storage.outcome(room, id, seq)).toEqual({ status: 'refused', ...answer });
      } else if (answer.version > from) {
        expect(byVersion.get(answer.version)).toMatchObject({ clientId: id, seq });
      }
    }
  }
  const { graph, version } = loadRoom(storage, must(storage.room(room), 'the room'));
  expect(version).toBe(from + log.length);
  const last = must(storage.patchesAfter(room, version - 1)[0], 'the last patch');
  expect(crashOps(last.clientId, last.seq)).toEqual([{ op: 'set_title', title: graph.get('info', INFO_KEY)?.title }]);
  return version;
}

test(`L1, L2, L3: ${ROUNDS} times kill -9 while ${CLIENTS} write (seed ${SEED})`, { timeout: 300_000 }, async () => {
  const random = randomFrom(SEED);
  const dataDir = tempDir();
  const bundle = await bundleServer();
  const environment = { DATA_DIR: dataDir, PATCH_RATE: '1000000', PATCH_BURST: '1000000' };
  const clients = Array.from({ length: CLIENTS }, (_, index) => new CrashClient(clientNo(index + 1), random));
  let room: string | undefined;
  let stored = 0;

  /** Opens a copy of what the killed server left, so that the next server has to bring the original in order itself. */
  const check = (from: number): number => {
    const copy = join(tempDir(), 'copy');
    mkdirSync(copy);
    const storage = sqliteStorage(openDatabase(asKilled(dataDir, copy)));
    try {
      return checkStored(storage, must(room, 'the room'), clients, from);
    } finally {
      storage.close();
      rmSync(copy, { recursive: true });
    }
  };

  for (let round = 1; round <= ROUNDS; round += 1) {
    if (random() < 0.1) {
      // Killed while it starts, perhaps in the middle of bringing the database in order.
      const early = startProcess(bundle, environment);
      await after(random() * 1_000);
      early.kill('SIGKILL');
      await once(early, 'close');
    }
    const server = startProcess(bundle, environment);
    const url = await listening(server);
    room ??= await newRoom(url);

    let untilKilled = 1 + Math.floor(random() * MOST_ANSWERS);
    const delay = random() * LONGEST_DELAY;
    const onAnswer = () => {
      untilKilled -= 1;
      if (untilKilled === 0) void after(delay).then(() => server.kill('SIGKILL'));
    };
    const closed = once(server, 'close');
    const id = room;
    await Promise.all(clients.map((client) => client.write(url, id, onAnswer)));
    expect(await closed).toEqual([null, 'SIGKILL']);
    expect(clients.flatMap(({ problems }) => problems)).toEqual([]);
    stored = check(stored);
  }

  expect(check(0)).toBe(stored);
  for (const { answers } of clients) expect(answers.size).toBeGreaterThan(ROUNDS);
  console.log(
    stored,
    clients.map(({ answers }) => answers.size),
  );
});
