/** The open connections by room, so that a change of a room's access reaches them at once. */

/** One connection that has said hello. */
export interface Guest {
  /** The link they were let in by, if it was by one. */
  linkId: string | undefined;
  /** Asks again whether they may be here, and acts on it. */
  readonly recheck: () => void;
}

export class Guests {
  readonly #byRoom = new Map<string, Set<Guest>>();

  add(room: string, guest: Guest): void {
    const guests = this.#byRoom.get(room);
    if (guests === undefined) this.#byRoom.set(room, new Set([guest]));
    else guests.add(guest);
  }

  remove(room: string, guest: Guest): void {
    const guests = this.#byRoom.get(room);
    guests?.delete(guest);
    if (guests?.size === 0) this.#byRoom.delete(room);
  }

  /** The access of a room has changed. */
  recheck(room: string): void {
    for (const guest of [...(this.#byRoom.get(room) ?? [])]) guest.recheck();
  }

  /** How many connections a room has. */
  sizeOf(room: string): number {
    return this.#byRoom.get(room)?.size ?? 0;
  }

  /** How many connections of a room came by a link. */
  countOf(room: string, linkId: string): number {
    let count = 0;
    for (const guest of this.#byRoom.get(room) ?? []) if (guest.linkId === linkId) count += 1;
    return count;
  }
}
