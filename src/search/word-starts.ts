/**
 * Where words begin. What stands between two spaces is one word in most scripts; in Chinese, Japanese, Thai and some others it
 * is a whole sentence, and in all of them there may be signs in it. Only the ranking rests on this: text is found wherever it is.
 */

/** Scripts that are written without spaces between words. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTERS_ONLY = /^[\p{L}\p{M}\p{N}]*$/u;

/** Words beyond this are long enough to be found: nobody ranks by the middle of them. */
const LONGEST = 2_000;

let segmenter: Intl.Segmenter | undefined;

/** Whether the text is in a script in which a sign is a syllable or a word, so that none is a typing mistake for another. */
export function isWithoutSpaces(text: string): boolean {
  return WITHOUT_SPACES.test(text);
}

/**
 * @param text without spaces in it
 * @returns a `1` for each place where a word or a sign begins; undefined where it is a single word
 */
export function wordStarts(text: string): string | undefined {
  if (LETTERS_ONLY.test(text) && !isWithoutSpaces(text)) return undefined;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const starts = Array.from({ length: Math.min(text.length, LONGEST) }, () => '0');
  for (const { index } of segmenter.segment(text.slice(0, LONGEST))) starts[index] = '1';
  return starts.join('');
}
