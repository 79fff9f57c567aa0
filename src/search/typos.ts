/**
 * Whether a word is another one with a letter or two missing, added, changed, or swapped with the next.
 *
 * The restricted edit distance, bit by bit: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
 * Distances" (2003). The typed word's letters are bits of a number, so a word of the graph costs a few operations a letter.
 */
import { isWithoutSpaces } from './word-starts';

/** Shorter words may be anything. */
const FOR_ONE = 4;
const FOR_TWO = 8;
/** As many letters as a number has bits to work with. */
const LONGEST = 31;
/** From here on the word may go on after what was typed: people look while they type. */
const FOR_PREFIX = 5;

const LETTERS = /^[\p{L}\p{M}]+$/u;

export interface TypoMatcher {
  /** Whether the word begins with what was typed, but for a mistake or two. The first letter has to be right. */
  isLike(word: string): boolean;
}

/** @returns undefined where no mistake is forgiven: in short words, numbers, and scripts in which a sign is a word */
export function typoMatcher(typed: string): TypoMatcher | undefined {
  const { length } = typed;
  if (length < FOR_ONE || length > LONGEST || !LETTERS.test(typed) || isWithoutSpaces(typed)) return undefined;
  const most = length < FOR_TWO ? 1 : 2;
  const places = new Map<string, number>();
  for (const [at, letter] of typed.split('').entries()) places.set(letter, (places.get(letter) ?? 0) | (1 << at));
  const last = 1 << (length - 1);

  const isLike = (word: string): boolean => {
    if (word[0] !== typed[0] || word.length < length - most) return false;
    if (length < FOR_PREFIX && word.length > length + most) return false;
    let up = -1;
    let down = 0;
    let diagonal = 0;
    let before = 0;
    let distance = length;
    let least = length;
    for (let at = 0; at < word.length && at < length + most; at++) {
      const same = places.get(word.charAt(at)) ?? 0;
      const swapped = ((~diagonal & same) << 1) & before;
      diagonal = ((((same & up) + up) | 0) ^ up) | same | down | swapped;
      const more = down | ~(diagonal | up);
      const less = diagonal & up;
      if ((more & last) !== 0) distance += 1;
      if ((less & last) !== 0) distance -= 1;
      const moreNext = (more << 1) | 1;
      up = (less << 1) | ~(diagonal | moreNext);
      down = moreNext & diagonal;
      before = same;
      least = Math.min(least, distance);
    }
    return (length < FOR_PREFIX ? distance : least) <= most;
  };
  return { isLike };
}
