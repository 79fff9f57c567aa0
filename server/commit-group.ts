/**
 * Group commit: whatever all rooms ordered in one turn of the event loop is stored in one transaction, and only then
 * told to anyone. A transaction costs the same wait for the disk whether it holds one patch or hundreds.
 */
import type { Room } from './room';
import type { Storage } from './storage/storage';

export class CommitGroup {
  readonly #storage: Storage;
  readonly #schedule: (flush: () => void) => void;
  readonly #onFailure: (rooms: readonly Room[], error: unknown) => void;
  #waiting = new Set<Room>();

  /**
   * @param schedule calls back once everything that has arrived by now was handled (`setImmediate`)
   * @param onFailure what these rooms ordered was not stored, or could not be told: they must be thrown away
   */
  constructor(
    storage: Storage,
    schedule: (flush: () => void) => void,
    onFailure: (rooms: readonly Room[], error: unknown) => void,
  ) {
    this.#storage = storage;
    this.#schedule = schedule;
    this.#onFailure = onFailure;
  }

  /** Has a room's entries stored and published soon. */
  add(room: Room): void {
    if (this.#waiting.size === 0) this.#schedule(() => this.flush());
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
    try {
      if (entries.length > 0) this.#storage.commit(entries);
    } catch (error) {
      this.#onFailure(rooms, error);
      return;
    }
    for (const room of rooms) {
      try {
        room.publish();
      } catch (error) {
        this.#onFailure([room], error);
      }
    }
  }
}
