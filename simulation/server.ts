/** A server that can crash: real rooms on a storage that outlives them, and that fails when the simulation says so. */
import { gzipSync } from 'node:zlib';
import { prometheusMetrics } from '../server/metrics/prometheus-metrics';
import { ROOM_LIMITS } from '../server/room-ports';
import { Rooms } from '../server/rooms';
import type { Storage } from '../server/storage/storage';
import { testLog } from '../server/testing/test-log';
import { toColumns } from '../src/shared/graph/columns';
import type { Graph } from '../src/shared/graph/graph';
import { WIDEST_LIMITS } from '../src/shared/graph/graph-limits';
import type { ManualClock } from '../src/shared/testing/manual-clock';

/** When the process dies: before what was ordered is stored, or after that and before anyone was told. */
export type CrashPoint = 'before storing' | 'before telling';

export class SimulatedServer {
  rooms: Rooms;
  #storage: Storage;
  readonly #clock: ManualClock;
  readonly problems: string[] = [];
  #crashAt: CrashPoint | undefined;
  #minted = 0;
  #scheduled: (() => void)[] = [];

  constructor(storage: Storage, clock: ManualClock) {
    this.#storage = storage;
    this.#clock = clock;
    this.rooms = this.#start();
  }

  /**
   * Stores and tells what waits; with a crash point, dies there and starts again.
   * @returns whether it died: then all its connections are dead
   */
  commit(crashAt?: CrashPoint): boolean {
    this.#crashAt = crashAt;
    for (let next = this.#scheduled.shift(); next !== undefined; next = this.#scheduled.shift()) next();
    this.#crashAt = undefined;
    if (crashAt === undefined) return false;
    this.rooms = this.#start();
    return true;
  }

  /** Starts again on another storage. */
  restore(storage: Storage): void {
    this.#storage = storage;
    this.rooms = this.#start();
  }

  #start(): Rooms {
    this.#scheduled = [];
    const storage = this.#storage;
    return new Rooms({
      storage: { ...storage, commit: (entries, at) => this.#commit(storage, entries, at) },
      pack: (graph) => Promise.resolve(pack(graph)),
      now: () => this.#clock.now(),
      clock: this.#clock,
      metrics: prometheusMetrics(),
      graphLimits: WIDEST_LIMITS,
      limits: { ...ROOM_LIMITS, waitingPatches: 6, patchBacklog: 1_000, presenceBacklog: 500 },
      log: testLog(this.problems),
      catchUp: { patches: 6, bytes: 4_000 },
      snapshotGrace: 60_000,
      randomId: () => {
        this.#minted += 1;
        return `id-${this.#minted}`;
      },
      // What waits is stored when the simulation says so.
      schedule: (callback) => this.#scheduled.push(callback),
      idleTime: 1_000,
    });
  }

  #commit(storage: Storage, ...[entries, at]: Parameters<Storage['commit']>): void {
    if (this.#crashAt === 'before storing') throw new Error('the process died before it stored anything');
    storage.commit(entries, at);
    if (this.#crashAt === 'before telling') throw new Error('the process died before it told anyone');
  }
}

/** As the server packs it, but at once: a thread's end would come at a moment that the steps do not decide. */
function pack(graph: Graph): { gzip: Uint8Array; bytes: number } {
  const json = Buffer.from(JSON.stringify(toColumns(graph)));
  return { gzip: gzipSync(json, { level: 1 }), bytes: json.byteLength };
}
