/**
 * What people typed may be written from right to left, and may have control characters that reorder what is written
 * around it (Unicode, UAX #9). Shown as a block of its own, with `dir="auto"`, text reaches nothing else; in the middle of
 * a line it is shown by `Isolate`, and in a sentence that is only a string (a tooltip, a label for screen readers, a notice)
 * by `isolated`.
 */

/** Embeddings, overrides and isolates: even an isolate of ours could be closed by one of them. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/gu;
/** Scripts that are written from right to left, and marks that stand for them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const [FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE] = ['\u2068', '\u2069'];

/** The text without the characters that reorder what is around them. */
export function withoutReordering(text: string): string {
  return text.replace(REORDERING, '');
}

/** The text for the middle of a sentence: it keeps its own direction and leaves the sentence's alone. */
export function isolated(text: string): string {
  const plain = withoutReordering(text);
  return RIGHT_TO_LEFT.test(plain) ? `${FIRST_STRONG_ISOLATE}${plain}${POP_DIRECTIONAL_ISOLATE}` : plain;
}
