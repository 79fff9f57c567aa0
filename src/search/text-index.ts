/**
 * A full-text index: which elements have a word, by all the different words there are (`vocabulary.ts`).
 *
 * A word of the graph that has the typed one in it, anywhere, names all elements that have it, and how well. So nothing that
 * looking through all texts would find is missed, and words that come again are looked at once.
 */
import { explain } from './explain';
import { type Filed, fileOf, isSame } from './filed';
import { wordsOf } from './fold';
import { type Fit, IN_CAPTION, rankOf, rankWithCaption } from './ranking';
import type { FoundOfType, SearchAnswer, SearchedElement } from './search-answer';
import type { SearchUpdate } from './search-worker';
import { TypeResults } from './type-results';
import { Vocabulary } from './vocabulary';

/** Where fewer than these have what was typed, words like it are looked for. */
export const FEW = 10;
/** So many of a label or edge type are listed, however many others there are. */
const LEAST_LISTED = 5;
/** So many versions of elements that are no more are kept, at least, before they are cleared away. */
const DEAD_KEPT = 1_000;
/** The type of what is no more. */
const GONE = -1;

export class TextIndex {
  /** Every version of an element has a slot of its own, so that a change costs what the element has and no more. */
  #slots: (Filed | undefined)[] = [];
  /** By slot, beside one another: what a search asks of every element it finds. */
  #typeOf: number[] = [];
  #nameLengths: number[] = [];
  readonly #typeNumbers = new Map<string, number>();
  readonly #slotOf = new Map<string, number>();
  #vocabulary = new Vocabulary();

  /** @returns whether searches may have other answers now */
  update({ puts, gone }: SearchUpdate): boolean {
    let isOther = false;
    for (const id of gone) isOther = this.#remove(id) || isOther;
    for (const element of puts) isOther = this.#put(element) || isOther;
    this.#tidy();
    return isOther;
  }

  #put(element: SearchedElement): boolean {
    const before = this.#slots[this.#slotOf.get(element.id) ?? -1];
    const filed = fileOf(element);
    if (isSame(filed, before)) return false;
    this.#remove(element.id);
    this.#file(filed);
    return true;
  }

  /** @param most how many are listed (`LISTED`); all are counted */
  search(query: string, most: number): SearchAnswer {
    const words = wordsOf(query);
    const asTyped = this.#found(words, most, false);
    const { count, types } = asTyped.count < FEW ? this.#found(words, most, true) : asTyped;
    const some = types.filter((results) => results.count > 0);
    const share = Math.max(LEAST_LISTED, Math.floor(most / some.length));
    const found = some.flatMap((results): FoundOfType[] => {
      const best = results.listed.slice(0, share);
      const listed = best.map((filed) => explain(filed, words));
      const { count, isAsTyped } = results;
      return best.slice(0, 1).map(({ kind, type }) => ({ kind, type, count, isAsTyped, listed }));
    });
    return { query, count, types: found };
  }

  #found(words: readonly string[], most: number, forgiving: boolean): { count: number; types: TypeResults[] } {
    const ranks = this.#ranks(words, forgiving);
    const query = words.join(' ');
    const filedAt = (slot: number) => this.#slots[slot];
    const types = Array.from(this.#typeNumbers, () => new TypeResults(filedAt, most));
    let count = 0;
    for (let slot = 0; slot < ranks.length; slot++) {
      const rank = ranks[slot] ?? 0;
      const results = rank === 0 ? undefined : types[this.#typeOf[slot] ?? GONE];
      if (results === undefined) continue;
      count += 1;
      const best = rank < IN_CAPTION ? rank : rankWithCaption(rank, filedAt(slot)?.name ?? '', query);
      results.add(slot, best, this.#nameLengths[slot] ?? 0);
    }
    return { count, types };
  }

  /** By slot: how well the element has the word that it has least well. Slots of what is no more may have ranks, too. */
  #ranks(words: readonly string[], forgiving: boolean): Uint8Array {
    const [first, ...others] = words.map((word) => this.#ranksOf(word, forgiving));
    if (first === undefined) return new Uint8Array();
    for (const ranks of others) {
      for (let slot = 0; slot < first.length; slot++) first[slot] = Math.min(first[slot] ?? 0, ranks[slot] ?? 0);
    }
    return first;
  }

  #ranksOf(word: string, forgiving: boolean): Uint8Array {
    const ranks = new Uint8Array(this.#slots.length);
    const take = (fit: Fit, places: readonly number[]) => {
      const elsewhere = rankOf(fit, false);
      const inCaption = rankOf(fit, true);
      for (let at = 0; at < places.length; at++) {
        const place = places[at] ?? 0;
        const rank = (place & 1) === 1 ? inCaption : elsewhere;
        if (rank > (ranks[place >> 1] ?? 0)) ranks[place >> 1] = rank;
      }
    };
    this.#vocabulary.find(word, take);
    if (forgiving) this.#vocabulary.findLike(word, take);
    return ranks;
  }

  #file(filed: Filed): void {
    const slot = this.#slots.push(filed) - 1;
    this.#slotOf.set(filed.id, slot);
    this.#typeOf.push(this.#typeNumber(filed.typeKey));
    this.#nameLengths.push(filed.name.length);
    for (const [property, text] of filed.texts) {
      // Whether it is the caption goes with the slot.
      const place = 2 * slot + (property === filed.caption ? 1 : 0);
      for (const word of new Set(text.split(/\s+/u))) {
        if (word !== '') this.#vocabulary.note(word, place);
      }
    }
  }

  #typeNumber(key: string): number {
    const known = this.#typeNumbers.get(key) ?? this.#typeNumbers.size;
    this.#typeNumbers.set(key, known);
    return known;
  }

  #remove(id: string): boolean {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return false;
    this.#slots[slot] = undefined;
    this.#typeOf[slot] = GONE;
    return this.#slotOf.delete(id);
  }

  /** Files all anew when most of what is filed is no more. */
  #tidy(): void {
    const dead = this.#slots.length - this.#slotOf.size;
    if (dead <= DEAD_KEPT || dead <= this.#slotOf.size) return;
    const living = this.#slots.filter((filed) => filed !== undefined);
    this.#slots = [];
    this.#typeOf = [];
    this.#nameLengths = [];
    this.#vocabulary = new Vocabulary();
    for (const filed of living) this.#file(filed);
  }
}
