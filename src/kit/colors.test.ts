import { describe, expect, test } from 'vitest';
import { LABEL_COLORS, PERSON_COLORS } from './colors';
import { contrast, difference } from './testing/color-sight';

describe.each(PERSON_COLORS)('$name, the colour of a person', ({ color }) => {
  test('is legible with white on it, and seen on both papers', () => {
    expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    for (const paper of ['#f6f4ef', '#16181b']) expect(contrast(color, paper)).toBeGreaterThanOrEqual(3);
  });

  test("is told from labels' colours and from other people's", () => {
    const others = PERSON_COLORS.map((other) => other.color).filter((other) => other !== color);
    for (const other of [...LABEL_COLORS, ...others]) expect(difference(color, other)).toBeGreaterThan(0.05);
  });
});
