/** Removes deleted rooms for good once nobody may bring them back any more. */
import type { Clock } from '../src/shared/clock';
import type { Log } from './log';
import type { Metrics } from './metrics/metrics';
import type { RoomRecord, Storage } from './storage/storage';

export interface PurgePorts {
  readonly storage: Pick<Storage, 'room' | 'rooms' | 'purgeRoom'>;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'purged'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a deleted room can be brought back, in milliseconds. */
  readonly retention: number;
}

/** Milliseconds between two rooms: meanwhile the server has time for everything else. */
const PAUSE = 20;
/** Milliseconds from the end of one round to the begin of the next. */
const INTERVAL = 60 * 60 * 1_000;

/** Removes what is due now, and every hour from now on. Returns what ends it; then the storage may be closed. */
export function purgeHourly(clock: Clock, ports: PurgePorts): () => void {
  let cancel = () => {};
  const round = () => next(due(ports));
  /** The first of them, and the others after a pause each. */
  const next = ([room, ...others]: readonly string[]) => {
    if (room !== undefined) purge(room, ports);
    cancel = others.length === 0 ? clock.after(INTERVAL, round) : clock.after(PAUSE, () => next(others));
  };
  round();
  return () => cancel();
}

/** The ids of the rooms that were deleted long enough ago. */
function due(ports: PurgePorts): string[] {
  const { storage, log } = ports;
  try {
    return storage
      .rooms()
      .filter((room) => isDue(room, ports))
      .map(({ id }) => id);
  } catch (error) {
    log.error('It could not be found out which deleted rooms are to be removed; it is tried again in an hour.', error);
    return [];
  }
}

function isDue({ deletedAt }: RoomRecord, { now, retention }: PurgePorts): boolean {
  return deletedAt !== undefined && deletedAt <= now() - retention;
}

function purge(room: string, ports: PurgePorts): void {
  const { storage, log, metrics, now } = ports;
  const detail = 'Removed for good: the time to bring it back was over.';
  try {
    // It may have been brought back since it was found.
    const record = storage.room(room);
    if (record === undefined || !isDue(record, ports)) return;
    storage.purgeRoom(room, { room, at: now(), by: 'server', action: 'room_purged', detail });
    metrics.purged(1);
    log.child({ room }).info('A deleted room was removed for good.');
  } catch (error) {
    log.child({ room }).error('A deleted room could not be removed; it is tried again in an hour.', error);
  }
}
