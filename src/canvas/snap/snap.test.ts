import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../kit/edge-geometry';
import { type Axis, snap } from './snap';

const card = (x: number, y: number, width = 200, height = 64): Box => ({ x, y, width, height });
const REACH = 8;

const coordinate = fc.integer({ min: -600, max: 600 });
const boxes = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.constantFrom(120, 200, 280),
  height: fc.constantFrom(40, 64),
});
const scene = fc.record({ moving: boxes, others: fc.array(boxes, { maxLength: 8 }) });

/** What a line of an axis is, written out plainly: both edges and the middle. */
function linesOf({ x, y, width, height }: Box, axis: Axis) {
  const [from, length] = axis === 'x' ? [x, width] : [y, height];
  return { edges: [from, from + length], middle: from + length / 2 };
}

/** All ways to be in line with any of the others, the simple way. */
function waysInLine(moving: Box, others: readonly Box[], axis: Axis): number[] {
  const own = linesOf(moving, axis);
  return others.flatMap((other) => {
    const { edges, middle } = linesOf(other, axis);
    return [middle - own.middle, ...edges.flatMap((edge) => own.edges.map((ownEdge) => edge - ownEdge))];
  });
}

function flipped({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}

function moved(box: Box, { x, y }: { x: number; y: number }): Box {
  return { ...box, x: box.x + x, y: box.y + y };
}

describe('in line', () => {
  test('a card snaps to the middle of another, and one line through both says so', () => {
    expect(snap(card(5, 200), [card(0, 0)], REACH)).toEqual({
      by: { x: -5, y: 0 },
      guides: [{ axis: 'x', at: 100, from: 0, to: 264 }],
      gaps: [],
    });
  });

  test('of different sizes, an edge snaps to an edge', () => {
    const { by, guides } = snap(card(203, 200, 120), [card(0, 0)], REACH);
    expect(by).toEqual({ x: -3, y: 0 });
    expect(guides).toEqual([{ axis: 'x', at: 200, from: 0, to: 264 }]);
  });

  test('the nearest counts, and what is further than the reach does not', () => {
    expect(snap(card(4, 200), [card(0, 0), card(6, 400)], REACH).by.x).toBe(2);
    expect(snap(card(9, 200), [card(0, 0)], REACH)).toMatchObject({ by: { x: 0, y: 0 }, guides: [] });
  });

  test('property: it goes the smallest way that a plain search finds, on each axis, where no spacing is nearer', () => {
    fc.assert(
      fc.property(scene, ({ moving, others }) => {
        const found = snap(moving, others, REACH);
        for (const axis of ['x', 'y'] as const) {
          const ways = waysInLine(moving, others, axis).map(Math.abs);
          const nearest = Math.min(...ways, Number.POSITIVE_INFINITY);
          const way = Math.abs(found.by[axis]);
          expect(way).toBeLessThanOrEqual(REACH);
          if (nearest <= REACH) expect(way).toBeLessThanOrEqual(nearest);
        }
      }),
    );
  });

  test('property: what moved shows why, and every guide is a line of the card and of another', () => {
    fc.assert(
      fc.property(scene, ({ moving, others }) => {
        const { by, guides, gaps } = snap(moving, others, REACH);
        const there = moved(moving, by);
        for (const axis of ['x', 'y'] as const) {
          const shown = [...guides, ...gaps].filter((line) => line.axis === axis);
          if (by[axis] !== 0) expect(shown.length).toBeGreaterThan(0);
        }
        for (const { axis, at, from, to } of guides) {
          const { edges, middle } = linesOf(there, axis);
          expect([...edges, middle]).toContain(at);
          const partners = others.filter((other) => {
            const lines = linesOf(other, axis);
            return [...lines.edges, lines.middle].some((line) => Math.abs(line - at) < 0.51);
          });
          expect(partners.length).toBeGreaterThan(0);
          expect(from).toBeLessThanOrEqual(linesOf(there, axis === 'x' ? 'y' : 'x').edges[0] ?? Number.NaN);
          expect(to).toBeGreaterThanOrEqual(linesOf(there, axis === 'x' ? 'y' : 'x').edges[1] ?? Number.NaN);
        }
      }),
    );
  });

  test('property: both axes are treated alike', () => {
    fc.assert(
      fc.property(scene, ({ moving, others }) => {
        const { by } = snap(moving, others, REACH);
        expect(snap(flipped(moving), others.map(flipped), REACH).by).toEqual({ x: by.y, y: by.x });
      }),
    );
  });
});

describe('evenly spaced', () => {
  test('between two, in the middle of the space', () => {
    // Not in line with either: they are of other heights and lie apart.
    const { by, gaps } = snap(card(295, 3), [card(0, 20), card(600, 25)], REACH);
    expect(by.x).toBe(5);
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [200, 300],
      [500, 600],
    ]);
  });

  test('going on as a row begins, at either end', () => {
    const row = [card(0, 20), card(260, 25)];
    expect(snap(card(524, 3), row, REACH).by.x).toBe(-4);
    expect(snap(card(-264, 3), row, REACH).by.x).toBe(4);
    expect(snap(card(524, 3), row, REACH).gaps.length).toBe(2);
  });

  test('what lies beside the row does not count', () => {
    expect(snap(card(524, 300), [card(0, 20), card(260, 25)], REACH).gaps).toEqual([]);
  });

  test('property: all spaces that are shown are the same as their neighbour', () => {
    const row = fc.record({ moving: boxes, others: fc.array(fc.record({ ...boxRow() }), { maxLength: 5 }) });
    fc.assert(
      fc.property(row, ({ moving, others }) => {
        const { gaps } = snap({ ...moving, y: 0 }, others, REACH);
        for (const axis of ['x', 'y'] as const) {
          const widths = gaps.filter((gap) => gap.axis === axis).map(({ from, to }) => to - from);
          for (const width of widths) {
            expect(widths.filter((other) => Math.abs(other - width) <= 1.02).length).toBeGreaterThan(1);
          }
        }
      }),
    );
  });
});

function boxRow() {
  return {
    x: fc.integer({ min: -10, max: 10 }).map((n) => n * 60),
    y: fc.integer({ min: -30, max: 30 }),
    width: fc.constant(200),
    height: fc.constant(64),
  };
}
