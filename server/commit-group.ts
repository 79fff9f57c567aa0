/**
 * Group commit: whatever all rooms ordered in one turn of the event loop is stored in one transaction, and only then
 * told to anyone. A transaction costs the same wait for the disk whether it holds one patch or hundreds.
 */

import type { Room } from './room';
import type { RoomPorts } from './room-ports';
import type { Entry } from './storage/storage';

export type CommitPorts = Pick<RoomPorts, 'storage' | 'schedule' | 'now' | 'clock' | 'metrics'>;

export class CommitGroup {
  readonly #ports: CommitPorts;
  readonly #onFailure: (rooms: readonly Room[], error: unknown) => void;
  #waiting = new Set<Room>();

  /** @param onFailure what these rooms ordered was not stored, or could not be told: they must be thrown away */
  constructor(ports: CommitPorts, onFailure: (rooms: readonly Room[], error: unknown) => void) {
    this.#ports = ports;
    this.#onFailure = onFailure;
  }

  /** Has a room's entries stored and published soon. */
  add(room: Room): void {
    if (this.#waiting.size === 0) this.#ports.schedule(() => this.flush());
    this.#waiting.add(room);
  }

  /** Takes a room out that is being thrown away. */
  drop(room: Room): void {
    this.#waiting.delete(room);
  }

  /** Stores and publishes now what waits. Reports failures through `onFailure` and never throws. */
  flush(): void {
    const rooms = [...this.#waiting];
    if (rooms.length === 0) return;
    this.#waiting = new Set();
    const entries = rooms.flatMap((room) => room.entries);
    let took = 0;
    try {
      if (entries.length > 0) took = this.#store(entries);
    } catch (error) {
      this.#onFailure(rooms, error);
      return;
    }
    for (const room of rooms) {
      try {
        room.publish(took * (room.entries.length / Math.max(1, entries.length)));
      } catch (error) {
        this.#onFailure([room], error);
      }
    }
  }

  /** @returns how long it took, in milliseconds */
  #store(entries: readonly Entry[]): number {
    const { storage, now, clock, metrics } = this.#ports;
    const start = clock.now();
    storage.commit(entries, now());
    const took = clock.now() - start;
    metrics.committed(entries.length, took);
    return took;
  }
}
