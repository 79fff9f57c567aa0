import { expect, test } from 'vitest';
import type { Op } from '../graph/ops';
import { testEdgeId, testNodeId } from '../graph/ops.arbitrary';
import { withPlaces } from './place-new';

const node = (n: number): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'City',
  position: { x: 0, y: 0 },
  properties: {},
});
const edge = (n: number, source: number, target: number): Op => ({
  op: 'create_edge',
  edgeId: testEdgeId(n),
  type: 'KNOWS',
  source: testNodeId(source),
  target: testNodeId(target),
  properties: {},
});
const options = (...unplaced: number[]) => ({
  unplaced: new Set(unplaced.map(testNodeId)),
  positionOf: (id: string) => (id === testNodeId(0) ? { x: 1_000, y: 1_000 } : undefined),
  spot: { x: -500, y: -500 },
  card: { width: 200, height: 64 },
});
const placesOf = (ops: readonly Op[]) => ops.flatMap((op) => (op.op === 'create_node' ? [op.position] : []));

test('a new node lies beside the one it is connected with, and a chain goes on from there', () => {
  const [first, second] = placesOf(withPlaces([node(1), node(2), edge(1, 2, 1), edge(2, 1, 0)], options(1, 2)));
  const apart = (a: { x: number; y: number } | undefined, x: number, y: number) =>
    Math.hypot((a?.x ?? Number.NaN) - x, (a?.y ?? Number.NaN) - y);
  expect(apart(first, 1_000, 1_000)).toBeLessThan(400);
  expect(apart(second, first?.x ?? 0, first?.y ?? 0)).toBeLessThan(400);
});

test('no two lie on each other, however many there are', () => {
  const all = Array.from({ length: 40 }, (_, n) => n + 1);
  const ops = [...all.map(node), ...all.slice(0, 20).map((n) => edge(n, n, 0))];
  const places = placesOf(withPlaces(ops, options(...all)));
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(40);
});

test('what is connected with nothing lies in a block, what has a place keeps it', () => {
  const placed: Op = { ...node(3), position: { x: 7, y: 8 } } as Op;
  expect(placesOf(withPlaces([node(1), node(2), placed], options(1, 2)))).toEqual([
    { x: -500, y: -500 },
    { x: -240, y: -500 },
    { x: 7, y: 8 },
  ]);
});
