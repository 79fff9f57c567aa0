/** Chance that is the same for the same seed. */
import { must } from '../../src/shared/assert';

export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** At least 0 and less than `sides` (after mulberry32 by Tommy Ettinger, public domain). */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return must(list[this.roll(list.length)], 'an item to pick');
  }

  /** One of a list, if there is any. */
  pickAny<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : this.pick(list);
  }
}
