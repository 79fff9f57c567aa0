import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstCharacter, fitText, textWidth } from './fit-text';

test('what fits is left as it is, in one line', () => {
  expect(fitText('Ann', 14, 100)).toBe('Ann');
  expect(fitText(' Ann\n  of  Ulm ', 14, 200)).toBe('Ann of Ulm');
});

test('what does not fit is cut between characters as people count them', () => {
  const family = '👨‍👩‍👧';
  const cut = fitText(family.repeat(20), 14, 100);
  expect(cut).toMatch(/…$/u);
  expect(cut.replaceAll(family, '')).toBe('…');
  expect(firstCharacter(`${family}x`)).toBe(family);
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
