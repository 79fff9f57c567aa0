import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLines, fitText, textWidth } from './fit-text';

test('what fits is left as it is, in one line', () => {
  expect(fitText('Ann', 14, 100)).toBe('Ann');
  expect(fitText(' Ann\n  of  Ulm ', 14, 200)).toBe('Ann of Ulm');
});

test('what does not fit is cut between characters as people count them', () => {
  const family = '👨‍👩‍👧';
  const cut = fitText(family.repeat(20), 14, 100);
  expect(cut).toMatch(/…$/u);
  expect(cut.replaceAll(family, '')).toBe('…');
});

test('characters that reorder what is around them are left out', () => {
  expect(fitText('a\u202eb', 14, 100)).toBe('ab');
});

test('property: no line is wider than it may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 30, max: 300 }), (text, most) => {
      expect(textWidth(fitText(text, 12, most), 12)).toBeLessThanOrEqual(most + 0.001);
    }),
  );
});

test('lines break between words, and in scripts without spaces between characters', () => {
  expect(fitLines('City where people > 1000: size by people', 14, 170, 3)).toEqual([
    'City where people >',
    '1000: size by people',
  ]);
  expect(fitLines('人口が多い、都市の大きさ', 10, 50, 3)).toEqual(['人口が多', 'い、都市の', '大きさ']);
});

test('what is more than the lines hold is cut in the last one', () => {
  expect(fitLines('one two three four five', 14, 60, 2)).toEqual(['one two', 'three f…']);
});

test('property: no line of several is wider than it may be, and there are not more than there may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 30, max: 90 }), (text, most) => {
      const lines = fitLines(text, 12, most, 3);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(most + 0.001);
    }),
  );
});
