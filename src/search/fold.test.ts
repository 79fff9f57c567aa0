import { describe, expect, test } from 'vitest';
import { folded, wordsOf } from './fold';

describe('text is the same', () => {
  test.each([
    ['in any case', 'KYOTO', 'kyoto'],
    ['in full width', 'Ｋｙｏｔｏ　１２', 'kyoto 12'],
    ['in half width', 'ｷｮｳﾄ ﾀﾞｲｶﾞｸ', 'キョウト ダイガク'],
    ['composed or not', 'が', 'か\u3099'],
    ['in either kana', 'タワー', 'たわー'],
    ['without accents', "Côte d'Ivoire, Łódź, Ελλάς", "cote d'ivoire, łodz, ελλας"],
    ['in capitals, too', 'Straße Ærø', 'STRASSE AERO'],
    ['at the end of a word', 'ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['without vowel points', 'שָׁלוֹם مُحَمَّد', 'שלום محمد'],
    ['as one sign or several', '㍿', '株式会社'],
    ['composed Hangul or not', '한', '\u1112\u1161\u11ab'],
  ])('%s', (_, one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  test.each([
    ['か', 'が'],
    ['ハ', 'パ'],
    ['京都', '東京'],
  ])('but %s is not %s', (one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });
});

test('words are between spaces of any kind', () => {
  expect(wordsOf('  Kyo　都市\n1,463 ')).toEqual(['kyo', '都市', '1,463']);
  expect(wordsOf(' 　')).toEqual([]);
});
