/**
 * When a room's snapshots are taken, and what is known of the latest one.
 * A snapshot costs work in proportion to the graph, so one is taken of its own accord only after the log grew by as
 * much as the last one was big: all snapshots together then cost no more than a constant share of the edits.
 */
import type { Graph } from '../src/shared/graph/graph';
import type { RoomState } from './load-room';
import type { Log } from './log';
import type { Metrics } from './metrics/metrics';
import type { PackedSnapshot } from './packed-snapshot';
import type { Storage } from './storage/storage';

/** How many patches, and how many bytes of ops, may go over a WebSocket to bring a client up to date. */
export interface CatchUpLimits {
  readonly patches: number;
  readonly bytes: number;
}

export interface SnapshotPorts {
  readonly storage: Storage;
  readonly pack: (graph: Graph) => Promise<PackedSnapshot>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly catchUp: CatchUpLimits;
  /** How long a snapshot is kept after a newer one took its place, in milliseconds: its URL was just handed out. */
  readonly snapshotGrace: number;
}

/** Bytes of ops since a snapshot that are worth no newer one. */
const SHORT_TAIL = 256 * 1024;
/** The same as a share of the snapshot: ops are sent as they are, and it is sent compressed. */
const TAIL_SHARE = 1 / 4;

export class SnapshotKeeper {
  readonly #room: string;
  readonly #ports: SnapshotPorts;
  #base: RoomState['base'];
  #tailBytes: number;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(ports: SnapshotPorts, { id, base, tailBytes }: RoomState) {
    this.#room = id;
    this.#ports = ports;
    this.#base = base;
    this.#tailBytes = tailBytes;
  }

  /** The version of the latest snapshot; 0 is the empty graph. */
  get version(): number {
    return this.#base.version;
  }

  /** Notes that ops of so many bytes were logged. */
  logged(bytes: number): void {
    this.#tailBytes += bytes;
  }

  /** Whether the log since the latest snapshot is too long to be sent to a client that joins at `version`. */
  tailIsLong(version: number): boolean {
    const { patches, bytes } = this.#ports.catchUp;
    return version - this.#base.version > patches || this.#tailBytes > bytes;
  }

  /** Whether a client that joins at `version` and starts over had better wait for a newer snapshot. */
  isOutdated(version: number): boolean {
    return this.tailIsLong(version) || this.#tailBytes > Math.max(SHORT_TAIL, this.#base.bytes * TAIL_SHARE);
  }

  /** Whether the log since the latest snapshot has grown enough to be worth a new one. */
  isDue(version: number): boolean {
    return this.tailIsLong(version) && this.#tailBytes >= this.#base.bytes;
  }

  /**
   * Stores a snapshot of the graph, which is at `version` and durable; while one is being stored, waits for that one.
   * Never rejects: without a newer snapshot everything still works, with a longer log to replay.
   */
  take(graph: Graph, version: number): Promise<void> {
    this.#running ??= this.#store(graph, version)
      .catch((error: unknown) => {
        this.#ports.log.error(`No snapshot of room ${this.#room} could be stored.`, error);
        this.#ports.metrics.snapshot('failed');
      })
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  async #store(graph: Graph, version: number): Promise<void> {
    if (version === this.#base.version) return;
    const covered = this.#tailBytes;
    const { gzip, bytes } = await this.#ports.pack(graph);
    if (this.#stopped) return;
    const now = this.#ports.now();
    this.#ports.storage.putSnapshot(this.#room, { version, gzip }, now, now - this.#ports.snapshotGrace);
    this.#base = { version, bytes };
    this.#tailBytes -= covered;
    this.#ports.metrics.snapshot('stored');
  }

  /**
   * Stores nothing from now on. For a room that is thrown away: the one that is loaded in its place must not find a
   * newer snapshot in the storage than the one it was loaded from, for the log may then lose patches it would send.
   */
  stop(): void {
    this.#stopped = true;
  }

  /** The snapshot that is being stored, if one is. */
  get running(): Promise<void> | undefined {
    return this.#running;
  }
}
