import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position } from '../shared/graph/model';
import { ALIGNMENTS, aligned, distributed } from './align';

const coordinate = fc.integer({ min: -1_000, max: 1_000 });
const places = fc
  .array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2, maxLength: 12 })
  .map((all) => new Map(all.map((place, n) => [`n${n}`, place])));

const along = (axis: 'x' | 'y', all: ReadonlyMap<string, Position>) => [...all.values()].map((place) => place[axis]);

describe('aligning', () => {
  test.each(ALIGNMENTS)('%s: all on one line, and along it nothing moves', (alignment) => {
    const [axis, other] = ['left', 'centre', 'right'].includes(alignment)
      ? (['x', 'y'] as const)
      : (['y', 'x'] as const);
    fc.assert(
      fc.property(places, (before) => {
        const after = aligned(alignment, before);
        expect([...after.keys()]).toEqual([...before.keys()]);
        expect(along(other, after)).toEqual(along(other, before));
        const [least, most] = [Math.min(...along(axis, before)), Math.max(...along(axis, before))];
        const lines = { left: least, top: least, right: most, bottom: most };
        const line =
          alignment === 'centre' || alignment === 'middle' ? Math.round((least + most) / 2) : lines[alignment];
        expect(new Set(along(axis, after).map((value) => value - line))).toEqual(new Set([0]));
      }),
    );
  });
});

describe('distributing', () => {
  test.each(['x', 'y'] as const)('along %s: equal steps, in the same order, the ends stay', (axis) => {
    fc.assert(
      fc.property(places, (before) => {
        const after = distributed(axis, before);
        expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
        const [was, is] = [along(axis, before).sort((a, b) => a - b), along(axis, after)];
        expect([is.at(0), is.at(-1)]).toEqual([was.at(0), was.at(-1)]);
        const step = ((is.at(-1) ?? 0) - (is.at(0) ?? 0)) / (is.length - 1);
        for (const [index, value] of is.entries())
          expect(Math.abs(value - ((is[0] ?? 0) + index * step))).toBeLessThanOrEqual(0.5);
        const other = axis === 'x' ? 'y' : 'x';
        for (const [id, place] of before) {
          expect(after.get(id)?.[other]).toBe(place[other]);
          for (const [next, there] of before) {
            if (place[axis] < there[axis])
              expect(after.get(id)?.[axis]).toBeLessThanOrEqual(after.get(next)?.[axis] ?? 0);
          }
        }
      }),
    );
  });
});
