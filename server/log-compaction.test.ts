/** Old patches go from the log, a little at a time, from every room. Which ones: storage/storage-contract.ts. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { must } from '../src/shared/assert';
import { ManualClock } from '../src/shared/testing/manual-clock';
import { loadRoom } from './load-room';
import { COMPACTION_STEP, type CompactionPorts, compactHourly, LogCompaction } from './log-compaction';
import { packSnapshot } from './packed-snapshot';
import { memoryStorage } from './storage/memory-storage';
import type { Storage } from './storage/storage';
import { openStorage } from './testing/database-files';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { setTitle } from './testing/ops';
import { tempDir } from './testing/temp-dir';
import { TestClient } from './testing/test-client';
import { testLog } from './testing/test-log';
import { testRooms } from './testing/test-rooms';
import { testServer } from './testing/test-server';

const MINUTE = 60 * 1_000;
const DAY = 24 * 60 * MINUTE;
const NOW = 1_000 * DAY;

/** Commits so many patches to a room, which is made if it is missing, at a time. */
function commit(storage: Storage, room: string, from: number, to: number, at: number): void {
  if (storage.room(room) === undefined) storage.createRoom({ id: room, epoch: 'e', createdAt: 0 });
  const versions = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  storage.commit(
    versions.map((version) => ({
      room,
      clientId: clientNo(1),
      seq: version,
      outcome: { status: 'accepted', version, skipped: [] },
      ops: '[]',
    })),
    at,
  );
}

const takeSnapshot = (storage: Storage, room: string, version: number) =>
  storage.putSnapshot(room, { version, gzip: Uint8Array.of(1) }, NOW, 0);

function compaction(storage: Storage, ports: Partial<CompactionPorts> = {}) {
  const problems: string[] = [];
  const log = testLog(problems);
  const pause = () => Promise.resolve();
  return { problems, job: new LogCompaction({ storage, log, now: () => NOW, retention: 30 * DAY, pause, ...ports }) };
}

test('L9: in every room, what is older than the retention time and in a snapshot goes', async () => {
  const storage = memoryStorage();
  for (const room of ['a', 'b', 'no snapshot']) {
    commit(storage, room, 1, 10, NOW - 31 * DAY);
    commit(storage, room, 11, 20, NOW - 30 * DAY);
    commit(storage, room, 21, 30, NOW - 29 * DAY);
  }
  takeSnapshot(storage, 'a', 30);
  takeSnapshot(storage, 'b', 15);
  const { job, problems } = compaction(storage);
  await job.run();
  expect(storage.firstVersion('a')).toBe(21);
  expect(storage.firstVersion('b')).toBe(16);
  expect(storage.firstVersion('no snapshot')).toBe(1);
  expect(problems).toEqual([]);
});

test('L9: it takes small steps, and the server has time for others before each', async () => {
  const storage = memoryStorage();
  const many = 3 * COMPACTION_STEP + 1;
  commit(storage, 'r', 1, many, 0);
  takeSnapshot(storage, 'r', many);
  const firstVersions: number[] = [];
  const pause = async () => {
    firstVersions.push(storage.firstVersion('r'));
  };
  await compaction(storage, { pause }).job.run();
  expect(firstVersions.slice(0, 4)).toEqual([0, 1, 2, 3].map((steps) => steps * COMPACTION_STEP + 1));
  expect(storage.firstVersion('r')).toBe(many + 1);
});

test('two runs at a time are one', async () => {
  const storage = memoryStorage();
  const { job } = compaction(storage);
  const first = job.run();
  expect(job.run()).toBe(first);
  await first;
  expect(job.run()).not.toBe(first);
});

test('when the disk fails it is told, and the next run goes on', async () => {
  const storage = memoryStorage();
  commit(storage, 'r', 1, 3, 0);
  takeSnapshot(storage, 'r', 3);
  let full = true;
  const compactLog: Storage['compactLog'] = (...step) => {
    if (full) throw new Error('database or disk is full');
    return storage.compactLog(...step);
  };
  const { job, problems } = compaction({ ...storage, compactLog });
  await job.run();
  expect(problems).toEqual(['Old patches could not be removed from the log.']);
  full = false;
  await job.run();
  expect(problems).toHaveLength(1);
  expect(storage.firstVersion('r')).toBe(4);
});

test('once it is stopped it does not touch the storage, which may be closed', async () => {
  const storage = memoryStorage();
  commit(storage, 'r', 1, 2 * COMPACTION_STEP, 0);
  takeSnapshot(storage, 'r', 2 * COMPACTION_STEP);
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
    if (pauses < 2) return;
    job.stop();
    storage.close();
  };
  const { job, problems } = compaction(storage, { pause });
  await job.run();
  expect(pauses).toBe(2);
  expect(problems).toEqual([]);
});

test('L9: a server does it when it starts and then every hour, until it ends', async () => {
  const storage = memoryStorage();
  commit(storage, 'r', 1, 3, 0);
  takeSnapshot(storage, 'r', 3);
  const clock = new ManualClock();
  const log = testLog();
  const end = compactHourly(clock, { storage, log, now: () => NOW, retention: 30 * DAY });
  /** Lets time pass, and whatever waits for it happen. */
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds);
    for (let pauses = 0; pauses < 5; pauses += 1) {
      await nextTurn();
      clock.advance(20);
    }
  };
  await pass(0);
  expect(storage.firstVersion('r')).toBe(4);

  commit(storage, 'r', 4, 6, 0);
  takeSnapshot(storage, 'r', 6);
  await pass(59 * MINUTE);
  expect(storage.firstVersion('r')).toBe(4);
  await pass(MINUTE);
  expect(storage.firstVersion('r')).toBe(7);

  end();
  commit(storage, 'r', 7, 9, 0);
  takeSnapshot(storage, 'r', 9);
  await pass(120 * MINUTE);
  expect(storage.firstVersion('r')).toBe(7);
  expect(clock.waiting).toBe(0);
});

test('L9: who comes back from before the log’s beginning starts over from the snapshot; resends are still known', async () => {
  const { storage } = openStorage(tempDir());
  const before = testRooms(storage);
  const id = before.rooms.create();
  const record = must(storage.room(id), 'the room');
  const founder = new FakeMember(clientNo(9)).join(before.rooms, id);
  for (let seq = 1; seq <= 3; seq += 1) founder.submit(seq, [setTitle(`Title ${seq}`)]);
  before.rooms.flush();
  const { graph } = loadRoom(storage, record);
  storage.putSnapshot(id, { version: 3, gzip: (await packSnapshot(graph)).gzip }, NOW, 0);
  founder.submit(4, [setTitle('Title 4')]);
  before.rooms.flush();
  await before.rooms.close();
  await compaction(storage).job.run();
  expect(storage.firstVersion(id)).toBe(4);

  const { rooms } = testRooms(storage);
  const join = (clientId: string, lastVersion: number) =>
    new FakeMember(clientId).join(rooms, id, { roomEpoch: record.epoch, lastVersion }).take();
  const snapshot = { version: 3, url: `/api/rooms/${id}/snapshots/3` };
  const last = [expect.objectContaining({ serverVersion: 4 })];
  expect(join(clientNo(1), 2)).toMatchObject([{ type: 'welcome', serverVersion: 4, snapshot }, { patches: last }]);
  const [welcome, missing] = join(clientNo(2), 3);
  expect(welcome).not.toHaveProperty('snapshot');
  expect(missing).toMatchObject({ type: 'patch_broadcast', patches: last });

  const back = new FakeMember(clientNo(9)).join(rooms, id);
  back.take();
  back.submit(1, [setTitle('Title 1')]);
  rooms.flush();
  expect(back.take()).toEqual([{ type: 'ack', seq: 1, serverVersion: 1, skipped: [] }]);
});

test('L9: a real server shortens the logs of rooms that nobody opened since it started', async () => {
  const dataDir = tempDir();
  const first = await testServer({ dataDir, logRetention: 0, catchUp: { patches: 2, bytes: 1_000_000 } });
  const room = await first.newRoom();
  const ann = new TestClient(first.url, room);
  const { roomEpoch } = await ann.join(clientNo(1));
  for (let seq = 1; seq <= 6; seq += 1) {
    ann.patch(seq, [setTitle(`Title ${seq}`)]);
    await ann.next();
  }
  await first.close();

  const second = await testServer({ dataDir, logRetention: 0 });
  await vi.waitFor(async () => {
    const bob = new TestClient(second.url, room);
    const welcome = await bob.join(clientNo(2), { roomEpoch, lastVersion: 1 });
    expect(welcome.snapshot?.url).toBeDefined();
  });
});
