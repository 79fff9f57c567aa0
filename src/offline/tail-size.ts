/**
 * When the base is written anew. That costs work in proportion to the graph, so it is done only after the tail grew by
 * as much as the base is big: writing, and reading back, then cost no more than a constant share of the edits.
 */
import type { Write } from './writes';

/** How far the tail may grow whatever the base: patches, and UTF-16 code units of their JSON. */
export interface TailLimits {
  readonly patches: number;
  readonly units: number;
}

export const TAIL_LIMITS: TailLimits = { patches: 500, units: 1_000_000 };

export class TailSize {
  readonly #limits: TailLimits;
  #patches = 0;
  #units = 0;
  #baseUnits = 0;

  constructor(limits: TailLimits) {
    this.#limits = limits;
  }

  /** Notes a base with nothing after it. */
  tookBase(units: number): void {
    this.#baseUnits = units;
    this.#patches = 0;
    this.#units = 0;
  }

  tookPatch(units: number): void {
    this.#patches += 1;
    this.#units += units;
  }

  take(writes: readonly Write[]): void {
    for (const write of writes) {
      if (write.type !== 'put') continue;
      if (write.store === 'base') this.tookBase(write.text.length);
      if (write.store === 'tail') this.tookPatch(write.text.length);
    }
  }

  get isDue(): boolean {
    const long = this.#patches > this.#limits.patches || this.#units > this.#limits.units;
    return long && this.#units >= this.#baseUnits;
  }
}
