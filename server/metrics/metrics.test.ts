/** What an operator reads of the rooms' work. */
import { expect, test, vi } from 'vitest';
import { testClientId } from '../../src/shared/testing/test-client-ids';
import { memoryStorage } from '../storage/memory-storage';
import { FakeMember } from '../testing/fake-member';
import { clientNo } from '../testing/ids';
import { setTitle } from '../testing/ops';
import { TestClient } from '../testing/test-client';
import { testRooms } from '../testing/test-rooms';
import { testServer } from '../testing/test-server';
import { prometheusMetrics } from './prometheus-metrics';

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

test('a real server counts what it does, and no label has an id', async () => {
  const server = await testServer();
  const room = await server.newRoom();
  const ann = new TestClient(server.url, room);
  await ann.join(testClientId(1));
  for (let seq = 1; seq <= 3; seq += 1) {
    ann.patch(seq, [setTitle(`Title ${seq}`)]);
    await ann.next();
  }
  const stranger = new TestClient(server.url, room);
  await stranger.open();
  stranger.greet(testClientId(2), { key: 'x'.repeat(40) });
  expect(await stranger.closed).toBe(4404);
  await vi.waitFor(async () => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    const lines = text.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'kumiko_joins_total{how="new"} 1',
        'kumiko_joins_refused_total{why="NO_SUCH_ROOM"} 1',
        'kumiko_patches_total{outcome="accepted",code=""} 3',
        'kumiko_push_to_ack_seconds_count 3',
        'kumiko_fan_out_seconds_count 3',
        'kumiko_connections 1',
        'kumiko_rooms 1',
        'kumiko_log_patches 0',
        'kumiko_http_requests_total{method="POST",route="/api/rooms",status="201"} 1',
      ]),
    );
    expect(text).toMatch(/^kumiko_database_bytes [1-9]\d+$/m);
    expect(text).not.toContain(room);
    expect(text).not.toContain(testClientId(1));
  });
});
