/**
 * Keeps the logs from growing for ever: patches that are in a room's latest snapshot go once they are older than the
 * retention time. Whoever comes back from before them is sent the snapshot. Outcomes stay: a patch that is sent again
 * after years must still not take effect twice.
 *
 * It walks through the storage and not through the rooms in memory, so that it reaches rooms nobody visits any more.
 */
import type { Clock } from '../src/shared/clock';
import type { Log } from './log';
import type { Storage } from './storage/storage';

export interface CompactionPorts {
  readonly storage: Storage;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long a patch stays in the log at least, in milliseconds. */
  readonly retention: number;
  /** Resolves after the server had time for everything else. */
  readonly pause: () => Promise<void>;
}

/** Patches that are removed in one transaction; meanwhile nothing else happens. Takes a few milliseconds. */
export const COMPACTION_STEP = 200;

/** Milliseconds between two steps: with a step of a few, the server has most of its time for its clients. */
const PAUSE = 20;
/** Milliseconds from the begin of one round to the begin of the next. */
const INTERVAL = 60 * 60 * 1_000;

/** Goes through all rooms now, and every hour from now on. Returns what ends it; then the storage may be closed. */
export function compactHourly(clock: Clock, ports: Omit<CompactionPorts, 'pause'>): () => void {
  const pause = () => new Promise<void>((resolve) => void clock.after(PAUSE, resolve));
  const compaction = new LogCompaction({ ...ports, pause });
  let cancel = () => {};
  const round = () => {
    void compaction.run();
    cancel = clock.after(INTERVAL, round);
  };
  round();
  return () => {
    cancel();
    compaction.stop();
  };
}

export class LogCompaction {
  readonly #ports: CompactionPorts;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(ports: CompactionPorts) {
    this.#ports = ports;
  }

  /**
   * Goes through all rooms once, a small step at a time; while that is under way, waits for it instead.
   * Never rejects: what could not be removed goes another time.
   */
  run(): Promise<void> {
    this.#running ??= this.#walk()
      .catch((error: unknown) => this.#ports.log.error('Old patches could not be removed from the log.', error))
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  /** Does nothing from now on: the storage may be closed. */
  stop(): void {
    this.#stopped = true;
  }

  async #walk(): Promise<void> {
    const { storage, now, retention, pause } = this.#ports;
    const before = now() - retention;
    for (const room of storage.roomsWithSnapshots()) {
      let removed: number;
      do {
        await pause();
        if (this.#stopped) return;
        removed = storage.compactLog(room, before, COMPACTION_STEP);
      } while (removed > 0);
    }
  }
}
