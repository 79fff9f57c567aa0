/** Deleted rooms are removed for good when their time is over, and not before. */
import { expect, test } from 'vitest';
import { ManualClock } from '../src/shared/testing/manual-clock';
import { type PurgePorts, purgeHourly } from './deleted-rooms';
import { prometheusMetrics } from './metrics/prometheus-metrics';
import type { Storage } from './storage/storage';
import { openStorage } from './testing/database-files';
import { tempDir } from './testing/temp-dir';
import { testLog } from './testing/test-log';

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;
const RETENTION = 7 * DAY;

/** Rooms `a` to `d`: the first was not deleted, the others a day after each other, from day 0. */
function story(ports: (storage: Storage) => Partial<PurgePorts> = () => ({})) {
  const { storage } = openStorage(tempDir());
  for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) {
    storage.createRoom({ id, epoch: 'e', createdAt: 0 });
    if (index > 0) storage.setDeleted(id, (index - 1) * DAY);
  }
  const clock = new ManualClock();
  const problems: string[] = [];
  const metrics = prometheusMetrics();
  const all = {
    storage,
    log: testLog(problems),
    metrics,
    now: () => clock.now(),
    retention: RETENTION,
    ...ports(storage),
  };
  return {
    storage,
    clock,
    problems,
    metrics,
    begin: () => purgeHourly(clock, all),
    ids: () => storage.rooms().map(({ id }) => id),
  };
}

test('each goes within an hour after its time, with an entry in the audit log', async () => {
  const { storage, clock, metrics, problems, begin, ids } = story();
  const end = begin();
  clock.advance(RETENTION - HOUR);
  expect(ids()).toEqual(['a', 'b', 'c', 'd']);
  clock.advance(2 * HOUR);
  expect(ids()).toEqual(['a', 'c', 'd']);
  clock.advance(2 * DAY);
  expect(ids()).toEqual(['a']);
  expect(storage.audit(undefined, 10).map(({ room, by, action }) => [room, by, action])).toEqual([
    ['d', 'server', 'room_purged'],
    ['c', 'server', 'room_purged'],
    ['b', 'server', 'room_purged'],
  ]);
  expect(await metrics.text()).toContain('kumiko_rooms_purged_total 3');
  expect(problems).toEqual([]);
  end();
  storage.close();
  clock.advance(DAY);
  expect(clock.waiting).toBe(0);
});

test('a server that starts late removes all that is due, one after the other; who is restored meanwhile stays', () => {
  const { storage, clock, begin, ids } = story();
  clock.advance(RETENTION + 10 * DAY);
  begin();
  expect(ids()).toEqual(['a', 'c', 'd']);
  storage.setDeleted('c', undefined);
  clock.advance(1_000);
  expect(ids()).toEqual(['a', 'c']);
});

test('what fails is told, keeps nobody else, and is tried again', () => {
  let isFull = true;
  const { clock, problems, begin, ids } = story((storage) => ({
    storage: {
      room: storage.room,
      rooms: storage.rooms,
      purgeRoom(id, audit) {
        if (id === 'c' && isFull) throw new Error('database or disk is full');
        storage.purgeRoom(id, audit);
      },
    },
  }));
  clock.advance(RETENTION + 10 * DAY);
  begin();
  clock.advance(1_000);
  expect(ids()).toEqual(['a', 'c']);
  expect(problems).toEqual(['A deleted room could not be removed; it is tried again in an hour.']);
  isFull = false;
  clock.advance(2 * HOUR);
  expect(ids()).toEqual(['a']);
});
