/**
 * How much is stored, as metrics. The files' sizes are read when they are asked for. Logs and snapshots are counted now and
 * then, a small step at a time: a question must not cost as much as the database is big.
 */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Clock } from '../../src/shared/clock';
import type { Log } from '../log';
import { countRoom, readFileSizes, type StoredSizes } from '../storage/sqlite-sizes';
import type { Storage } from '../storage/storage';
import type { ReadableMetrics } from './metrics';

export interface StorageMetricsPorts {
  readonly db: DatabaseSyncInstance;
  readonly storage: Pick<Storage, 'rooms'>;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** Patches that are counted at once: less than a millisecond's work. */
const STEP = 1_000;
/** Milliseconds between two steps. */
const PAUSE = 20;
/** Milliseconds from the end of one count to the begin of the next. */
const INTERVAL = 10 * 60 * 1_000;

const NOTHING: StoredSizes = { patches: 0, patchBytes: 0, snapshots: 0, snapshotBytes: 0 };

/** Returns what ends it; then the database may be closed. */
export function watchStorage(metrics: Pick<ReadableMetrics, 'watch'>, ports: StorageMetricsPorts): () => void {
  const { db, storage, clock, now, log } = ports;
  let counted = NOTHING;
  let countedAt = 0;
  metrics.watch('database_bytes', () => readFileSizes(db).database);
  metrics.watch('database_free_bytes', () => readFileSizes(db).free);
  metrics.watch('wal_bytes', () => readFileSizes(db).writeAheadLog);
  metrics.watch('log_patches', () => counted.patches);
  metrics.watch('log_bytes', () => counted.patchBytes);
  metrics.watch('snapshots_kept', () => counted.snapshots);
  metrics.watch('snapshot_bytes', () => counted.snapshotBytes);
  metrics.watch('sizes_counted_seconds', () => countedAt / 1_000);

  let cancel = () => {};
  const begin = () => step(countAll(db, storage));
  const step = (count: Generator<undefined, StoredSizes>) => {
    try {
      const { done, value } = count.next();
      if (!done) {
        cancel = clock.after(PAUSE, () => step(count));
        return;
      }
      counted = value;
      countedAt = now();
    } catch (error) {
      log.error('What is stored could not be counted for the metrics; it is tried again later.', error);
    }
    cancel = clock.after(INTERVAL, begin);
  };
  begin();
  return () => cancel();
}

function* countAll(db: DatabaseSyncInstance, storage: Pick<Storage, 'rooms'>): Generator<undefined, StoredSizes> {
  let all = NOTHING;
  for (const { id } of storage.rooms()) {
    const one = yield* countRoom(db, id, STEP);
    all = {
      patches: all.patches + one.patches,
      patchBytes: all.patchBytes + one.patchBytes,
      snapshots: all.snapshots + one.snapshots,
      snapshotBytes: all.snapshotBytes + one.snapshotBytes,
    };
    yield;
  }
  return all;
}
