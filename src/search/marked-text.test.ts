import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from './fold';
import { markedText } from './marked-text';

/** With brackets around what is marked. */
const marked = (text: string, query: string) =>
  markedText(text, wordsOf(query))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

test.each([
  ['Reykjavík', 'javik', 'Reyk[javík]'],
  ['Cafe\u0301 de Paris', 'cafe', '[Cafe\u0301] de Paris'],
  ['東京タワー', 'たわー', '東京[タワー]'],
  ['㍿組子', '組', '㍿[組]子'],
  ['㍿組子', '株式', '[㍿]組子'],
  ['ｶﾞｲﾄﾞ', 'ガイ', '[ｶﾞｲ]ﾄﾞ'],
  ['Straße', 'ss', 'Stra[ß]e'],
  ['Anna an the Anan', 'an ana', '[An]na [an] the [Anan]'],
  ['\u1112\u1161\u11ab국', '한국', '[\u1112\u1161\u11ab국]'],
  ['1,463', '1463', '1,463'],
  ['', 'a', ''],
])('in “%s”, “%s”', (text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

test('of a long text, the piece around the first mark', () => {
  const text = `${'before and before '.repeat(500)}the harbour of Naples${' after'.repeat(500)}`;
  const shown = marked(text, 'naples');
  expect(shown).toMatch(/^…\S.* the harbour of \[Naples\] after.*…$/u);
  expect(shown.length).toBeLessThan(180);
  expect(marked('寿司'.padStart(1_000, '鮨'), '寿司')).toBe(`…${'鮨'.repeat(24)}[寿司]`);
  expect(marked(`${'😀'.repeat(50)}a`, 'a')).toMatch(/^…😀+\[a\]$/u);
});

test('the pieces of a short text are the text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
      (text, query) => {
        const pieces = markedText(text, wordsOf(query));
        if (!pieces[0]?.text.startsWith('…')) expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      },
    ),
  );
});
