/** How many there are at once of something, by what they share: connections of an address, or of a room. */
export class PlaceCounter {
  readonly #most: number;
  readonly #taken = new Map<string, number>();

  /** @param most places for each key */
  constructor(most: number) {
    this.#most = most;
  }

  /** Takes a place. @returns gives it back, once; `undefined` when all are taken */
  take(key: string): (() => void) | undefined {
    const taken = this.#taken.get(key) ?? 0;
    if (taken >= this.#most) return undefined;
    this.#taken.set(key, taken + 1);
    let isGiven = false;
    return () => {
      if (!isGiven) this.#giveBack(key);
      isGiven = true;
    };
  }

  /** Places taken under a key. */
  taken(key: string): number {
    return this.#taken.get(key) ?? 0;
  }

  /** How many keys there is anything to know of. */
  get size(): number {
    return this.#taken.size;
  }

  #giveBack(key: string): void {
    const left = this.taken(key) - 1;
    if (left === 0) this.#taken.delete(key);
    else this.#taken.set(key, left);
  }
}
