import fc from 'fast-check';
import { expect, test } from 'vitest';
import { borderPoint, edgePath, laneOffset, loopPath } from './edge-geometry';

const box = (x: number, y: number) => ({ x, y, width: 200, height: 64 });

test('an edge begins and ends on the borders of its nodes', () => {
  expect(edgePath(box(0, 0), box(400, 0), 0).path).toBe('M200 32L400 32');
  expect(edgePath(box(0, 0), box(0, 300), 0).path).toBe('M100 64L100 300');
});

test('property: a border point lies on the border, or is the centre when there is no direction', () => {
  const coordinate = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      fc.pre(Math.abs(x - 100) > 100 || Math.abs(y - 32) > 32);
      const point = borderPoint(box(0, 0), { x, y });
      const onSide = Math.abs(point.x) < 1e-6 || Math.abs(point.x - 200) < 1e-6;
      const onTop = Math.abs(point.y) < 1e-6 || Math.abs(point.y - 64) < 1e-6;
      expect(onSide || onTop).toBe(true);
    }),
  );
});

test('parallel edges, both directions and self-loops are told apart', () => {
  const [left, right] = [box(0, 0), box(400, 0)];
  const middles = [0, 1, 2].map((lane) => edgePath(left, right, laneOffset(lane, 3)).label.y);
  expect(new Set(middles.map(Math.round)).size).toBe(3);
  expect(loopPath(left, 0).path).not.toBe(loopPath(left, 1).path);
  // Seen the other way round, the same side has the other sign: the two do not lie on each other.
  expect(edgePath(left, right, 18).label.y).not.toBe(edgePath(right, left, -18).label.y * -1);
});

test('nodes that lie on each other still have an edge to draw', () => {
  expect(edgePath(box(0, 0), box(0, 0), 18).path).not.toContain('NaN');
});
