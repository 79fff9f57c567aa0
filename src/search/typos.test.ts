import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typoMatcher } from './typos';

const isLike = (typed: string, word: string) => typoMatcher(typed)?.isLike(word);

describe('a mistake is forgiven', () => {
  test.each([
    ['a letter changed', 'tokio', 'tokyo'],
    ['one missing', 'copnhagen', 'copenhagen'],
    ['one too many', 'parris', 'paris'],
    ['two swapped', 'brelin', 'berlin'],
    ['two of them in a long word', 'reykjvaick', 'reykjavik'],
    ['before the word is typed to its end', 'amstred', 'amsterdam'],
    ['in any alphabet', 'москав', 'москва'],
  ])('%s: %s is %s', (_, typed, word) => {
    expect(isLike(typed, word)).toBe(true);
  });

  test.each([
    ['more of them', 'tokkio', 'tokyo'],
    ['the first letter', 'gokyo', 'tokyo'],
    ['another word', 'berlin', 'bern'],
  ])('but not %s: %s is not %s', (_, typed, word) => {
    expect(isLike(typed, word)).toBe(false);
  });

  test.each(['rom', '1999', 'a1b2c3', '東京都庁', 'タワービル', 'กรุงเทพ'])('nor any in %s', (typed) => {
    expect(typoMatcher(typed)).toBeUndefined();
  });
});

/** The restricted edit distance by its table, to every beginning of the word. */
function distances(typed: string, word: string): number[] {
  const rows = [Array.from({ length: typed.length + 1 }, (_, n) => n)];
  for (let w = 1; w <= word.length; w++) {
    const row = [w];
    for (let t = 1; t <= typed.length; t++) {
      const cost = word[w - 1] === typed[t - 1] ? 0 : 1;
      const changes = [(rows[w - 1]?.[t] ?? 0) + 1, (row[t - 1] ?? 0) + 1, (rows[w - 1]?.[t - 1] ?? 0) + cost];
      if (w > 1 && t > 1 && word[w - 1] === typed[t - 2] && word[w - 2] === typed[t - 1]) {
        changes.push((rows[w - 2]?.[t - 2] ?? 0) + 1);
      }
      row.push(Math.min(...changes));
    }
    rows.push(row);
  }
  return rows.map((row) => row.at(-1) ?? 0);
}

test('agrees with the table of distances', () => {
  const letters = (min: number, max: number) =>
    fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: min, maxLength: max });
  fc.assert(
    fc.property(letters(4, 31), letters(1, 35), (rest, other) => {
      const [typed, word] = [rest, `${rest.charAt(0)}${other}`];
      const all = distances(typed, word);
      const most = typed.length < 8 ? 1 : 2;
      const expected = typed.length < 5 ? (all.at(-1) ?? 0) <= most : Math.min(...all) <= most;
      expect(isLike(typed, word)).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
});
