/** What was found of one label or edge type: how many, and the best of them, best first. */
import type { Filed } from './filed';
import { LIKE_AT_MOST } from './ranking';

/** More than a name can have letters. */
const LONGEST = 2 ** 24;

export class TypeResults {
  #count = 0;
  #isAsTyped = false;
  readonly #slots: number[] = [];
  readonly #scores: number[] = [];

  /**
   * @param filedAt what is in a slot. It is asked for only where it makes a difference: most results are not listed, and
   * looking each of them up in memory would take most of the time.
   * @param most how many are listed
   */
  constructor(
    private readonly filedAt: (slot: number) => Filed | undefined,
    private readonly most: number,
  ) {}

  get count(): number {
    return this.#count;
  }

  /** Whether something has the words as they were typed, not only words like them. */
  get isAsTyped(): boolean {
    return this.#isAsTyped;
  }

  get listed(): readonly Filed[] {
    return this.#slots.flatMap((slot) => this.filedAt(slot) ?? []);
  }

  /** The better rank is before, then the shorter name, then by the alphabet: never by chance. */
  add(slot: number, rank: number, nameLength: number): void {
    this.#count += 1;
    if (rank > LIKE_AT_MOST) this.#isAsTyped = true;
    const score = rank * LONGEST - nameLength;
    let at = this.#slots.length;
    while (at > 0 && this.#isBefore(slot, score, at - 1)) at -= 1;
    if (at === this.most) return;
    this.#slots.splice(at, 0, slot);
    this.#scores.splice(at, 0, score);
    if (this.#slots.length <= this.most) return;
    this.#slots.pop();
    this.#scores.pop();
  }

  #isBefore(slot: number, score: number, at: number): boolean {
    const otherScore = this.#scores[at] ?? 0;
    if (score !== otherScore) return score > otherScore;
    const [filed, other] = [this.filedAt(slot), this.filedAt(this.#slots[at] ?? -1)];
    if (filed === undefined || other === undefined) return false;
    return filed.name === other.name ? filed.id < other.id : filed.name < other.name;
  }
}
