/**
 * What comes first. Criteria one after another, as find-as-you-type wants them: how a word is there, where, and then the
 * shorter caption. No statistics of words: every word has to be there anyway, and the order must not change with what else
 * is in the graph.
 */
import type { TypoMatcher } from './typos';

/** How a typed word is in a word of the graph. */
export const NOT = 0;
export const LIKE = 1;
export const INSIDE = 2;
export const BEGINS = 3;
export const WHOLE = 4;
export type Fit = typeof NOT | typeof LIKE | typeof INSIDE | typeof BEGINS | typeof WHOLE;

/** By fit: in another property, in the caption. Zero is "not found". */
const RANKS = [
  [0, 0],
  [1, 2],
  [3, 4],
  [5, 7],
  [6, 8],
] as const;
/** Up to here something is only like what was typed. */
export const LIKE_AT_MOST = 2;
/** From here on all words begin words of the caption: where one does not, the caption does not begin with what was typed. */
export const IN_CAPTION = 7;
/** The caption begins with all that was typed, or is that. */
const CAPTION_BEGINS = 9;
const CAPTION_IS = 10;

export function rankOf(fit: Fit, inCaption: boolean): number {
  return RANKS[fit][inCaption ? 1 : 0];
}

/** @param rank the worst of its words', which are all in the caption (`IN_CAPTION`) */
export function rankWithCaption(rank: number, caption: string, query: string): number {
  if (!caption.startsWith(query)) return rank;
  return caption === query ? CAPTION_IS : CAPTION_BEGINS;
}

/** @param starts where words begin in the text (`wordStarts`) */
export function fitOf(typed: string, text: string, starts: string | undefined): Fit {
  let at = text.indexOf(typed);
  if (at < 0) return NOT;
  if (starts === undefined) {
    if (at > 0) return INSIDE;
    return text.length === typed.length ? WHOLE : BEGINS;
  }
  let best: Fit = INSIDE;
  for (; at >= 0; at = text.indexOf(typed, at + 1)) {
    if (starts[at] !== '1') continue;
    const end = at + typed.length;
    if (end === text.length || starts[end] === '1') return WHOLE;
    best = BEGINS;
  }
  return best;
}

const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** A word without the signs around it. */
export function bare(text: string): string {
  return text.replace(AROUND, '');
}

export function isLike(typos: TypoMatcher | undefined, text: string, starts: string | undefined): boolean {
  return typos?.isLike(starts === undefined ? text : bare(text)) ?? false;
}
