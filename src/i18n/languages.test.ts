import { describe, expect, test } from 'vitest';
import { keepLanguage, type Language, languageFor } from './languages';

const storage = (kept: string | null = null) => ({ getItem: () => kept });

describe('the page speaks', () => {
  test.each<[string | null, string[], Language]>([
    [null, ['ja-JP', 'en'], 'ja'],
    [null, ['de-DE', 'ja', 'en'], 'ja'],
    [null, ['en-GB', 'ja'], 'en'],
    [null, ['de'], 'en'],
    [null, [], 'en'],
    // A language whose code only begins alike.
    [null, ['jam', 'enm'], 'en'],
    ['en', ['ja-JP'], 'en'],
    ['ja', ['en-GB'], 'ja'],
    ['xx', ['ja'], 'ja'],
  ])('chosen %s, preferred %j: %s', (kept, preferred, language) => {
    expect(languageFor(storage(kept), preferred)).toBe(language);
  });

  test('what was chosen, from then on', () => {
    const kept = new Map<string, string>();
    keepLanguage({ setItem: (key, value) => kept.set(key, value) }, 'ja');
    expect(languageFor({ getItem: (key) => kept.get(key) ?? null }, ['en'])).toBe('ja');
  });
});
