/** Each sentence is there in every language, says the same things, and is not English by oversight. */
import { describe, expect, test } from 'vitest';
import { resources } from './resources';

/** Keys of what is the same in all languages, each with a reason. */
const SAME: readonly RegExp[] = [
  // A name.
  /^page\.tabTitle$/u,
  // Signs, keys and numbers with what fills them, without a word.
  /^\P{L}*$/u,
];

/** All sentences of a tree, by their keys. */
function sentences(tree: object, path: readonly string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, branch]: [string, unknown]) => {
    if (typeof branch === 'string') return [[[...path, key].join('.'), branch]];
    return typeof branch === 'object' && branch !== null ? sentences(branch, [...path, key]) : [];
  });
}

const filledBy = (sentence: string) =>
  [...new Set(Array.from(sentence.matchAll(/\{\{\s*(\w+)/gu), ([, name]) => name))].sort();
/** Without what fills it. */
const words = (sentence: string) => sentence.replace(/\{\{.*?\}\}/gu, '');
const isPlural = (key: string) => /_(?:zero|one|other)$/u.test(key);

const english = new Map(sentences(resources.en));
const japanese = sentences(resources.ja);

describe('Japanese', () => {
  test('has every sentence', () => {
    expect(japanese.map(([key]) => key).sort()).toEqual([...english.keys()].sort());
  });

  test.each(japanese)('%s says it in Japanese', (key, sentence) => {
    expect(sentence.trim()).not.toBe('');
    const isSame = SAME.some((each) => each.test(key)) || !/\p{L}/u.test(words(english.get(key) ?? ''));
    if (!isSame) expect(words(sentence)).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
  });

  test.each(japanese)('%s is filled by nothing that the English one is not filled by', (key, sentence) => {
    const known = filledBy(english.get(key) ?? '');
    // A plural may say the number where the English one has a word for it.
    const may = isPlural(key) ? [...known, 'count'] : known;
    expect(filledBy(sentence).filter((name) => !may.includes(name))).toEqual([]);
  });
});
