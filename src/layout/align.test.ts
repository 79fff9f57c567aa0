import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import { ALIGNMENTS, aligned, type Cards, distributed } from './align';

const coordinate = fc.integer({ min: -1_000, max: 1_000 });
const size = fc.constantFrom({ width: 160, height: 48 }, { width: 200, height: 64 }, { width: 260, height: 88 });
const cards = fc
  .array(fc.tuple(coordinate, coordinate, size), { minLength: 2, maxLength: 12 })
  .map((all): Cards => new Map(all.map(([x, y, each], n) => [`n${n}`, { x, y, ...each }])));

/** Where the cards are afterwards. */
const moved = (before: Cards, places: ReturnType<typeof aligned>): Cards =>
  new Map(Array.from(before, ([id, card]) => [id, { ...card, ...must(places.get(id), id) }]));

const starts = (axis: 'x' | 'y', all: Cards) => Array.from(all.values(), (card) => card[axis]);
const ends = (axis: 'x' | 'y', all: Cards) =>
  Array.from(all.values(), (card) => card[axis] + (axis === 'x' ? card.width : card.height));
const middles = (axis: 'x' | 'y', all: Cards) =>
  starts(axis, all).map((start, n) => (start + (ends(axis, all)[n] ?? start)) / 2);

describe('aligning', () => {
  test.each(ALIGNMENTS)('%s: all on one line, whatever their size, and along it nothing moves', (alignment) => {
    const [axis, other] = ['left', 'centre', 'right'].includes(alignment)
      ? (['x', 'y'] as const)
      : (['y', 'x'] as const);
    fc.assert(
      fc.property(cards, (before) => {
        const places = aligned(alignment, before);
        const after = moved(before, places);
        expect([...places.keys()]).toEqual([...before.keys()]);
        expect(starts(other, after)).toEqual(starts(other, before));
        const [least, most] = [Math.min(...starts(axis, before)), Math.max(...ends(axis, before))];
        if (alignment === 'left' || alignment === 'top') {
          expect(starts(axis, after).every((start) => start === least)).toBe(true);
        } else if (alignment === 'right' || alignment === 'bottom') {
          expect(ends(axis, after).every((end) => end === most)).toBe(true);
        } else {
          const line = (least + most) / 2;
          for (const middle of middles(axis, after)) expect(Math.abs(middle - line)).toBeLessThanOrEqual(0.5);
        }
      }),
    );
  });
});

describe('distributing', () => {
  test.each(['x', 'y'] as const)('along %s: equal steps from middle to middle, the ends stay', (axis) => {
    fc.assert(
      fc.property(cards, (before) => {
        const places = distributed(axis, before);
        expect([...places.keys()].sort()).toEqual([...before.keys()].sort());
        const after = moved(before, places);
        const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b);
        const [was, is] = [sorted(middles(axis, before)), sorted(middles(axis, after))];
        expect([is.at(0), is.at(-1)]).toEqual([was.at(0), was.at(-1)]);
        const step = ((is.at(-1) ?? 0) - (is.at(0) ?? 0)) / (is.length - 1);
        for (const [index, value] of is.entries())
          expect(Math.abs(value - ((is[0] ?? 0) + index * step))).toBeLessThanOrEqual(0.5);
        const other = axis === 'x' ? 'y' : 'x';
        expect(starts(other, after)).toEqual(starts(other, before));
        const order = (all: Cards) => middles(axis, all).map((middle, n) => ({ middle, n }));
        for (const { middle, n } of order(before)) {
          for (const next of order(before)) {
            if (middle < next.middle)
              expect(order(after)[n]?.middle).toBeLessThanOrEqual((order(after)[next.n]?.middle ?? 0) + 0.5);
          }
        }
      }),
    );
  });
});
