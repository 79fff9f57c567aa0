/**
 * All the different words of a graph, in one long text: looking through that is what browsers do fastest, however many words
 * there are. A word here is what stands between two spaces, so a typed word, which has no space in it, is never in two of them.
 */
import { bare, type Fit, fitOf, isLike, LIKE, NOT } from './ranking';
import { typoMatcher } from './typos';
import { wordStarts } from './word-starts';

/** No word has it. */
const END = '\n';

interface Term {
  readonly text: string;
  /** Where it begins in the long text. */
  readonly at: number;
  readonly starts: string | undefined;
  /** Whatever was noted of it. */
  readonly places: number[];
}

export class Vocabulary {
  #text = '';
  readonly #terms: Term[] = [];
  readonly #byText = new Map<string, Term>();
  readonly #byFirstLetter = new Map<string, Term[]>();

  /** Notes that the word is at a place. */
  note(text: string, place: number): void {
    const known = this.#byText.get(text) ?? this.#add(text);
    known.places.push(place);
  }

  /** Visits the words that have the typed one in them, with how, and where they are. */
  find(typed: string, visit: (fit: Fit, places: readonly number[]) => void): void {
    const terms = this.#terms;
    let number = 0;
    for (let hit = this.#text.indexOf(typed); hit >= 0; ) {
      number = this.#numberAt(hit, number);
      const term = terms[number];
      if (term === undefined) return;
      visit(fitOf(typed, term.text, term.starts), term.places);
      number += 1;
      const next = terms[number];
      if (next === undefined) return;
      hit = this.#text.indexOf(typed, next.at);
    }
  }

  /** Visits the words that have not the typed one in them, but are like it. */
  findLike(typed: string, visit: (fit: Fit, places: readonly number[]) => void): void {
    const typos = typoMatcher(typed);
    if (typos === undefined) return;
    for (const { text, starts, places } of this.#byFirstLetter.get(typed.charAt(0)) ?? []) {
      if (isLike(typos, text, starts) && fitOf(typed, text, starts) === NOT) visit(LIKE, places);
    }
  }

  #add(text: string): Term {
    const term = { text, at: this.#text.length, starts: wordStarts(text), places: [] };
    this.#text += text + END;
    this.#terms.push(term);
    this.#byText.set(text, term);
    const letter = firstLetter(term);
    const alike = this.#byFirstLetter.get(letter);
    if (alike === undefined) this.#byFirstLetter.set(letter, [term]);
    else alike.push(term);
    return term;
  }

  /** The number of the last term that begins at or before a place, looked for from a number on: first near, then by halves. */
  #numberAt(place: number, from: number): number {
    let [low, step] = [from, 1];
    while ((this.#terms[low + step]?.at ?? Number.POSITIVE_INFINITY) <= place) {
      low += step;
      step *= 2;
    }
    let high = low + step;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#terms[middle]?.at ?? Number.POSITIVE_INFINITY) <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}

function firstLetter({ text, starts }: Pick<Term, 'text' | 'starts'>): string {
  return (starts === undefined ? text : bare(text)).charAt(0);
}
