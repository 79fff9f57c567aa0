/** When snapshots are stored, and when not. What clients get to see of them is in catch-up.test.ts. */
import { expect, test } from 'vitest';
import { Graph } from '../src/shared/graph/graph';
import { prometheusMetrics } from './metrics/prometheus-metrics';
import type { PackedSnapshot } from './packed-snapshot';
import { type CatchUpLimits, SnapshotKeeper, type SnapshotPorts } from './snapshot-keeper';
import { memoryStorage } from './storage/memory-storage';
import { testLog } from './testing/test-log';

/** A keeper of an empty room, whose snapshots are ready when the test says so, and then of so many bytes. */
function keeper(catchUp: CatchUpLimits = { patches: 10, bytes: 100 }, bytes = 50) {
  const storage = memoryStorage();
  storage.createRoom({ id: 'r', epoch: 'e', createdAt: 0 });
  let ready: (packed: PackedSnapshot) => void = () => {};
  const packed = new Promise<PackedSnapshot>((resolve) => {
    ready = resolve;
  });
  const ports: SnapshotPorts = {
    storage,
    pack: () => packed,
    now: () => 0,
    log: testLog(),
    metrics: prometheusMetrics(),
    catchUp,
    snapshotGrace: 60_000,
  };
  const graph = new Graph();
  const state = { id: 'r', epoch: 'e', graph, version: 0, base: { version: 0, bytes: 0 }, tailBytes: 0 };
  const snapshots = new SnapshotKeeper(ports, state);
  return { storage, snapshots, graph, ready: () => ready({ gzip: Uint8Array.of(1), bytes }) };
}

test('what was asked for while one is being stored is answered by that one', async () => {
  const { storage, snapshots, graph, ready } = keeper();
  const first = snapshots.take(graph, 3);
  const second = snapshots.take(graph, 5);
  expect(snapshots.running).toBe(first);
  ready();
  await Promise.all([first, second]);
  expect(snapshots.running).toBeUndefined();
  expect(snapshots.version).toBe(3);
  expect(storage.latestSnapshot('r')?.version).toBe(3);
});

test('the log since the snapshot counts, and also what was logged while it was made', async () => {
  const { snapshots, graph, ready } = keeper();
  snapshots.logged(101);
  expect(snapshots.tailIsLong(3)).toBe(true);
  const taken = snapshots.take(graph, 3);
  snapshots.logged(101);
  ready();
  await taken;
  expect(snapshots.tailIsLong(4)).toBe(true);
  expect(snapshots.isDue(4)).toBe(true);
});

test('a client that starts over is not sent a tail that takes longer than a newer snapshot', async () => {
  const { snapshots, graph, ready } = keeper({ patches: 10, bytes: 1024 ** 3 }, 4 * 1024 ** 2);
  snapshots.logged(256 * 1024);
  expect(snapshots.isOutdated(3)).toBe(false);
  snapshots.logged(1);
  expect(snapshots.isOutdated(3)).toBe(true);
  const taken = snapshots.take(graph, 3);
  ready();
  await taken;
  expect(snapshots.isOutdated(3)).toBe(false);
  snapshots.logged(1024 ** 2);
  expect(snapshots.isOutdated(4)).toBe(false);
  snapshots.logged(1);
  expect(snapshots.isOutdated(4)).toBe(true);
});

test('L9: a room that is thrown away while its snapshot is made stores none', async () => {
  const { storage, snapshots, graph, ready } = keeper();
  const taken = snapshots.take(graph, 3);
  snapshots.stop();
  ready();
  await taken;
  expect(storage.latestSnapshot('r')).toBeUndefined();
  expect(snapshots.version).toBe(0);
});
