/** Rooms on a given storage, whose commits and clock the test drives. */
import { WIDEST_LIMITS } from '../../src/shared/graph/graph-limits';
import { ManualClock } from '../../src/shared/testing/manual-clock';
import { prometheusMetrics } from '../metrics/prometheus-metrics';
import { packSnapshot } from '../packed-snapshot';
import { ROOM_LIMITS } from '../room-ports';
import { Rooms, type RoomsPorts } from '../rooms';
import type { Storage } from '../storage/storage';
import { testLog } from './test-log';

export interface TestRooms {
  readonly rooms: Rooms;
  /** What was logged as going wrong. */
  readonly problems: string[];
  readonly clock: ManualClock;
  /** The metrics, as an operator reads them. */
  readonly metrics: () => Promise<string>;
}

/** Nothing is stored until `rooms.flush()`. */
export function testRooms(storage: Storage, ports: Partial<RoomsPorts> = {}): TestRooms {
  const problems: string[] = [];
  const clock = new ManualClock();
  const metrics = prometheusMetrics();
  let ids = 0;
  const rooms = new Rooms({
    storage,
    pack: packSnapshot,
    now: () => 0,
    clock,
    metrics,
    limits: ROOM_LIMITS,
    graphLimits: WIDEST_LIMITS,
    log: testLog(problems),
    catchUp: { patches: 1_000, bytes: 1_000_000 },
    snapshotGrace: 60_000,
    randomId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    schedule: () => {},
    idleTime: 1_000,
    ...ports,
  });
  return { rooms, problems, clock, metrics: () => metrics.text() };
}
