import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, borderPoint, coursePath, edgePath, loopPath, type Point } from './edge-geometry';

const box = (x: number, y: number): Box => ({ x, y, width: 200, height: 64 });
const [HERE, THERE] = ['a', 'b'];

test('an edge begins and ends on the borders of its nodes', () => {
  expect(edgePath(box(0, 0), box(400, 0), 0, 1).path).toBe('M200 32L400 32');
  expect(edgePath(box(0, 0), box(0, 300), 0, 1).path).toBe('M100 64L100 300');
});

test('an edge between cards of any size begins and ends on their borders, wherever they lie', () => {
  const size = fc.constantFrom({ width: 160, height: 48 }, { width: 200, height: 64 }, { width: 260, height: 88 });
  const place = fc.record({ x: fc.integer({ min: 300, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) });
  const isOnBorder = ({ x, y, width, height }: Box, point: Point) => {
    const [left, top] = [point.x - x, point.y - y];
    const beside = Math.min(Math.abs(left), Math.abs(left - width));
    const above = Math.min(Math.abs(top), Math.abs(top - height));
    const within = left > -1e-6 && left < width + 1e-6 && top > -1e-6 && top < height + 1e-6;
    return within && Math.min(beside, above) < 1e-6;
  };
  fc.assert(
    fc.property(size, size, place, fc.integer({ min: 1, max: 4 }), (one, other, at, lanes) => {
      const [from, to] = [
        { x: 0, y: 0, ...one },
        { ...at, ...other },
      ];
      for (let lane = 0; lane < lanes; lane += 1) {
        const { ends } = coursePath({ source: HERE, target: THERE, lane, lanes }, from, to);
        expect([isOnBorder(from, ends[0]), isOnBorder(to, ends[1])]).toEqual([true, true]);
      }
    }),
  );
});

test('property: a border point lies on the border, or is where one points when that is within', () => {
  const coordinate = fc.integer({ min: -2000, max: 2000 });
  const inside = fc.record({ x: fc.integer({ min: 10, max: 190 }), y: fc.integer({ min: 10, max: 54 }) });
  fc.assert(
    fc.property(coordinate, coordinate, inside, (x, y, from) => {
      fc.pre(x < 0 || x > 200 || y < 0 || y > 64);
      const point = borderPoint(box(0, 0), { x, y }, from);
      const onSide = Math.abs(point.x) < 1e-6 || Math.abs(point.x - 200) < 1e-6;
      const onTop = Math.abs(point.y) < 1e-6 || Math.abs(point.y - 64) < 1e-6;
      expect(onSide || onTop).toBe(true);
    }),
  );
});

test('nodes that lie on each other still have an edge to draw', () => {
  expect(edgePath(box(0, 0), box(0, 0), 0.5, 2).path).not.toContain('NaN');
});

/** The numbers of a path, two by two. */
function pointsOf(path: string): Point[] {
  const numbers = (path.match(/-?[\d.]+(?:e-?\d+)?/gu) ?? []).map(Number);
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? Number.NaN }] : []));
}

/** Points all along a path, from its beginning to its end. */
function alongPath(path: string): Point[] {
  const points = pointsOf(path);
  // De Casteljau's way: a line and a curve of any degree are cut in the same proportion again and again.
  const at = (part: number): Point => {
    let rest = points;
    while (rest.length > 1) {
      rest = rest.slice(1).map((point, index) => {
        const before = rest[index] ?? point;
        return { x: before.x + (point.x - before.x) * part, y: before.y + (point.y - before.y) * part };
      });
    }
    return rest[0] ?? { x: Number.NaN, y: Number.NaN };
  };
  return Array.from({ length: 41 }, (_, step) => at(step / 40));
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

function closest(one: readonly Point[], other: readonly Point[]): number {
  return Math.min(...one.flatMap((a) => other.map((b) => distance(a, b))));
}

/** All edges between two nodes, whichever way each of them leads. */
function bundle(there: Box, ways: readonly boolean[]) {
  return ways.map((onward, lane) => {
    const [source, target] = onward ? [HERE, THERE] : [THERE, HERE];
    const [from, to] = onward ? [box(0, 0), there] : [there, box(0, 0)];
    return coursePath({ source, target, lane, lanes: ways.length }, from, to);
  });
}

const far = fc
  .record({ x: fc.integer({ min: -3000, max: 3000 }), y: fc.integer({ min: -3000, max: 3000 }) })
  .filter(({ x, y }) => Math.abs(x) > 280 || Math.abs(y) > 144)
  .map(({ x, y }) => box(x, y));
const ways = fc.array(fc.boolean(), { minLength: 2, maxLength: 6 });

describe('parallel edges, whichever way they lead', () => {
  test('property: keep apart all along, and further in the middle, where their names are', () => {
    fc.assert(
      fc.property(far, ways, (there, directions) => {
        const edges = bundle(there, directions);
        for (const [lane, { path, label }] of edges.entries()) {
          for (const other of edges.slice(lane + 1)) {
            expect(distance(label, other.label)).toBeGreaterThan(30);
            expect(closest(alongPath(path), alongPath(other.path))).toBeGreaterThan(3);
          }
        }
      }),
    );
  });

  test('property: their names lie on their lines and are turned with them, so that no two lie on each other', () => {
    fc.assert(
      fc.property(far, ways, (there, directions) => {
        const labels = bundle(there, directions).map(({ path, label }) => {
          expect(closest([label], alongPath(path))).toBeLessThan(1e-6);
          expect(label.angle).toBeGreaterThanOrEqual(-90);
          expect(label.angle).toBeLessThan(90);
          return label;
        });
        const [first, ...others] = labels;
        if (first === undefined) return;
        // The way from one name to the next, across the first one's line, is more than a name is high.
        const turn = (first.angle * Math.PI) / 180;
        const across = ({ x, y }: Point) => (y - first.y) * Math.cos(turn) - (x - first.x) * Math.sin(turn);
        const sorted = [0, ...others.map(across)].sort((a, b) => a - b);
        for (const [index, place] of sorted.slice(1).entries())
          expect(place - (sorted[index] ?? 0)).toBeGreaterThan(20);
      }),
    );
  });

  test('a name has the room between the nodes', () => {
    expect(edgePath(box(0, 0), box(300, 0), 0, 1).label).toEqual({ x: 250, y: 32, angle: 0, room: 68, crowded: false });
    expect(edgePath(box(0, 0), box(0, 300), 0, 1).label.angle).toBe(-90);
    expect(edgePath(box(0, 300), box(0, 0), 0, 1).label.angle).toBe(-90);
  });
});

test('self-loops of one node keep apart: lines, names, and arrow heads', () => {
  const loops = [0, 1, 2, 3, 4, 5].map((lane) => loopPath(box(0, 0), lane, 6));
  for (const [lane, { path, label }] of loops.entries()) {
    for (const other of loops.slice(lane + 1)) {
      expect(closest(alongPath(path), alongPath(other.path))).toBeGreaterThan(5);
      expect(distance(label, other.label)).toBeGreaterThan(14);
    }
    expect(closest([label], alongPath(path))).toBeLessThan(1e-6);
    const end = pointsOf(path).at(-1);
    expect(end?.x).toBe(200);
    expect(end?.y).toBeLessThanOrEqual(64);
  }
});
