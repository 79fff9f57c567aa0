import { describe, expect, test } from 'vitest';
import { isolated, withoutReordering } from './bidi';

const [LRE, RLO, PDF, RLI, FSI, PDI] = ['\u202a', '\u202e', '\u202c', '\u2067', '\u2068', '\u2069'];

test.each([
  ['Ann', 'Ann'],
  [`Ann${RLO}live`, 'Annlive'],
  [`${PDI}${RLO}evil`, 'evil'],
  [`${LRE}a${PDF}${RLI}b${FSI}`, 'ab'],
  ['a\u200eb\u200fc', 'a\u200eb\u200fc'],
  ['👩‍👩‍👧 可', '👩‍👩‍👧 可'],
])('%j is shown without what reorders others: %j', (text, shown) => {
  expect(withoutReordering(text)).toBe(shown);
});

describe('in the middle of a sentence', () => {
  test.each(['Ann', 'Änne', '山田', 'Иван', '🙂'])('%s stays as it is', (name) => {
    expect(isolated(name)).toBe(name);
  });

  test.each(['دانا', 'שלום', 'Ann\u200f', '\u{10840}', '\u{1e900}'])('%j is isolated', (name) => {
    expect(isolated(name)).toBe(`${FSI}${name}${PDI}`);
  });

  test.each([`${PDI}${RLO}evil`, `${PDI}${RLO}שלום`, `${RLI}שלום`, `${FSI}${FSI}a`])('%j cannot get out', (name) => {
    const inner = isolated(name).replace(new RegExp(`^${FSI}|${PDI}$`, 'gu'), '');
    expect(inner).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  });
});
