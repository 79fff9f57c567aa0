/** How much is stored, as an operator reads it. */
import { expect, test } from 'vitest';
import { ManualClock } from '../../src/shared/testing/manual-clock';
import type { Storage } from '../storage/storage';
import { openStorage } from '../testing/database-files';
import { clientNo } from '../testing/ids';
import { tempDir } from '../testing/temp-dir';
import { testLog } from '../testing/test-log';
import { prometheusMetrics } from './prometheus-metrics';
import { watchStorage } from './storage-metrics';

/** Commits so many patches, each with ops of ten bytes in eight characters. */
function commit(storage: Storage, room: string, patches: number): void {
  storage.createRoom({ id: room, epoch: 'e', createdAt: 0 });
  const versions = Array.from({ length: patches }, (_, index) => index + 1);
  storage.commit(
    versions.map((version) => ({
      room,
      clientId: clientNo(1),
      seq: version,
      outcome: { status: 'accepted', version, skipped: [] },
      ops: '["éé4"]  ',
    })),
    0,
  );
}

test('files are measured at once, logs and snapshots are counted in small steps, again and again', async () => {
  const { db, storage } = openStorage(tempDir());
  commit(storage, 'a', 2_500);
  commit(storage, 'b', 3);
  storage.putSnapshot('a', { version: 2_000, gzip: new Uint8Array(70) }, 0, 0);
  const clock = new ManualClock();
  const metrics = prometheusMetrics();
  const problems: string[] = [];
  const end = watchStorage(metrics, { db, storage, clock, now: () => 7_000 + clock.now(), log: testLog(problems) });
  const read = async (name: string) =>
    Number(new RegExp(`^kumiko_${name} (\\S+)$`, 'm').exec(await metrics.text())?.[1]);
  expect(await read('database_bytes')).toBeGreaterThan(4_096);
  expect(await read('wal_bytes')).toBeGreaterThan(25_000);
  expect(await read('log_patches')).toBe(0);
  expect(await read('sizes_counted_seconds')).toBe(0);

  clock.advance(1_000);
  expect(await read('log_patches')).toBe(2_503);
  expect(await read('log_bytes')).toBe(2_503 * 11);
  expect(await read('snapshots_kept')).toBe(1);
  expect(await read('snapshot_bytes')).toBe(70);
  expect(await read('sizes_counted_seconds')).toBeGreaterThanOrEqual(7);

  storage.purgeRoom('a');
  clock.advance(11 * 60_000);
  expect(await read('log_patches')).toBe(3);
  expect(await read('database_free_bytes')).toBeGreaterThan(0);
  expect(problems).toEqual([]);
  end();
  expect(clock.waiting).toBe(0);
});
