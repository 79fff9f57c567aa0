/** What an operator reads of the rooms' work. */
import { expect, test } from 'vitest';
import { prometheusMetrics } from './metrics';
import { memoryStorage } from './storage/memory-storage';
import { FakeMember } from './testing/fake-member';
import { clientNo } from './testing/ids';
import { setTitle } from './testing/ops';
import { testRooms } from './testing/test-rooms';

test('patches are counted by what they were answered, and commits by size', async () => {
  const { rooms, metrics } = testRooms(memoryStorage());
  const ann = new FakeMember(clientNo(1)).join(rooms, rooms.create());
  ann.submit(1, [setTitle('One')]);
  ann.submit(2, [setTitle('Two')]);
  ann.submit(1, [setTitle('One')]);
  ann.submit(3, 'nonsense');
  ann.submit(9, [setTitle('Early')]);
  rooms.flush();
  ann.submit(4, [setTitle('Three')]);
  rooms.flush();
  const lines = (await metrics()).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'kumiko_patches_total{outcome="accepted",code=""} 3',
      'kumiko_patches_total{outcome="duplicate",code=""} 1',
      'kumiko_patches_total{outcome="refused",code="BAD_PATCH"} 1',
      'kumiko_patches_total{outcome="retryable",code="OUT_OF_ORDER"} 1',
      'kumiko_commit_patches_count 2',
      'kumiko_commit_patches_sum 4',
      'kumiko_commit_seconds_count 2',
    ]),
  );
});

test('what was not stored is not counted, and the room that failed is', async () => {
  const storage = { ...memoryStorage() };
  const { rooms, metrics } = testRooms(storage);
  const ann = new FakeMember(clientNo(1)).join(rooms, rooms.create());
  storage.commit = () => {
    throw new Error('disk full');
  };
  ann.submit(1, [setTitle('One')]);
  rooms.flush();
  const text = await metrics();
  expect(text).toContain('kumiko_rooms_failed_total 1');
  expect(text).not.toContain('outcome="accepted"');
});

test('snapshots are counted, and those that failed', async () => {
  for (const [works, outcome] of [
    [true, 'stored'],
    [false, 'failed'],
  ] as const) {
    const pack = () =>
      works ? Promise.resolve({ gzip: new Uint8Array(), bytes: 0 }) : Promise.reject(new Error('no'));
    const { rooms, metrics } = testRooms(memoryStorage(), { pack, catchUp: { patches: 0, bytes: 0 } });
    const ann = new FakeMember(clientNo(1)).join(rooms, rooms.create());
    ann.submit(1, [setTitle('One')]);
    rooms.flush();
    await rooms.close();
    expect(await metrics()).toContain(`kumiko_snapshots_total{outcome="${outcome}"} 1`);
  }
});

test('two servers in one process count for themselves', async () => {
  const [first, second] = [prometheusMetrics(), prometheusMetrics()];
  first.diverged();
  first.watch('connections', () => 7);
  second.watch('connections', () => 8);
  expect(await first.text()).toMatch(/kumiko_divergences_total 1\n[\s\S]*kumiko_connections 7\n/);
  expect(await second.text()).toMatch(/kumiko_divergences_total 0\n[\s\S]*kumiko_connections 8\n/);
});
