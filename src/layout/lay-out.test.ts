import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import { LIMITS } from '../shared/limits';
import { boxOf } from './box';
import { layOut } from './lay-out';
import { LAYOUT_KINDS } from './layout-kinds';
import type { LayoutAnswer, LayoutRequest } from './messages';

const SIZE = { width: 200, height: 64 };

type Graph = Pick<LayoutRequest, 'nodes' | 'edges'>;

/** Trees, cycles, self-loops, parallel edges, lone nodes, and edges to nodes that are not among these. */
const graphs = fc
  .record({
    places: fc.array(fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) }), {
      minLength: 1,
      maxLength: 24,
    }),
    joins: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 40 }),
  })
  .map(
    ({ places, joins }): Graph => ({
      nodes: places.map((position, n) => ({
        id: `n${n}`,
        position,
        size: SIZE,
        label: `L${n % 3}`,
        caption: `${n % 7}`,
      })),
      edges: joins.map(([source, target]) => ({ source: `n${source}`, target: `n${target}` })),
    }),
  );

function graphOf(joins: readonly (readonly [string, string])[], lone: readonly string[] = []): Graph {
  const ids = [...new Set([...joins.flat(), ...lone])];
  return {
    nodes: ids.map((id) => ({ id, position: { x: 0, y: 0 }, size: SIZE, label: 'L', caption: id })),
    edges: joins.map(([source, target]) => ({ source, target })),
  };
}

/** Of each card, by its node; the usual one for those that are not named. */
type Sizes = ReadonlyMap<string, LayoutRequest['nodes'][number]['size']>;

function overlapsIn(answer: LayoutAnswer, sizes: Sizes = new Map()): string[] {
  const sizeOf = (id: string) => sizes.get(id) ?? SIZE;
  const cards = [...answer].sort(([, a], [, b]) => a.x - b.x);
  return cards.flatMap(([id, a], index) => {
    const found: string[] = [];
    for (let next = index + 1; next < cards.length; next += 1) {
      const [other, b] = must(cards[next], 'a card');
      if (b.x - a.x >= sizeOf(id).width) break;
      if (b.y - a.y < sizeOf(id).height && a.y - b.y < sizeOf(other).height) found.push(`${id} and ${other}`);
    }
    return found;
  });
}

const placeIn = (answer: LayoutAnswer, id: string) => must(answer.get(id), id);

describe.each(LAYOUT_KINDS)('%s', (kind) => {
  const laidOut = ({ nodes, edges }: Graph) => layOut({ kind, nodes, edges });

  test('places exactly the given nodes, on whole units, none on another', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const answer = laidOut(graph);
        expect([...answer.keys()].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
        for (const { x, y } of answer.values())
          expect([Number.isInteger(x), Number.isInteger(y)]).toEqual([true, true]);
        expect(overlapsIn(answer)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('gives small and large cards the room they need', () => {
    const size = fc.constantFrom({ width: 160, height: 48 }, SIZE, { width: 260, height: 88 });
    fc.assert(
      fc.property(graphs, fc.array(size, { minLength: 24, maxLength: 24 }), ({ nodes, edges }, all) => {
        const sized = nodes.map((node, n) => ({ ...node, size: all[n] ?? SIZE }));
        const answer = laidOut({ nodes: sized, edges });
        expect(overlapsIn(answer, new Map(sized.map((node) => [node.id, node.size])))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('is the same for the same graph, in whatever order it comes', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const turned = { nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() };
        expect([...laidOut(turned)].sort()).toEqual([...laidOut(graph)].sort());
      }),
      { numRuns: 30 },
    );
  });

  test('is around the middle of where the nodes were, wherever that is', () => {
    fc.assert(
      fc.property(
        graphs,
        fc.integer({ min: -9_000, max: 9_000 }),
        fc.integer({ min: -9_000, max: 9_000 }),
        (graph, dx, dy) => {
          const { nodes, edges } = graph;
          const moved = nodes.map((node) => ({
            ...node,
            position: { x: node.position.x + dx, y: node.position.y + dy },
          }));
          const answer = laidOut({ nodes: moved, edges });
          for (const [id, { x, y }] of laidOut(graph)) expect(answer.get(id)).toEqual({ x: x + dx, y: y + dy });
          const [is, was] = [boxOf(answer.values()), boxOf(moved.map(({ position }) => position))];
          expect(Math.abs(is.left + is.right - was.left - was.right)).toBeLessThanOrEqual(1);
          expect(Math.abs(is.top + is.bottom - was.top - was.bottom)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('keeps to the canvas', () => {
    const { nodes, edges } = graphOf(
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      ['d', 'e'],
    );
    const corner = { x: LIMITS.coordinate, y: -LIMITS.coordinate };
    const answer = laidOut({ nodes: nodes.map((node) => ({ ...node, position: corner })), edges });
    for (const { x, y } of answer.values()) {
      expect(x).toBeLessThanOrEqual(LIMITS.coordinate);
      expect(y).toBeGreaterThanOrEqual(-LIMITS.coordinate);
    }
    expect(overlapsIn(answer)).toEqual([]);
  });

  test('copes with long paths and large stars, and with nothing', () => {
    // Forces take their time.
    const count = kind === 'force' ? 150 : 1_000;
    const path = graphOf(Array.from({ length: count }, (_, n) => [`n${n}`, `n${n + 1}`] as const));
    const star = graphOf(Array.from({ length: count }, (_, n) => ['hub', `n${n}`] as const));
    for (const graph of [path, star]) expect(overlapsIn(laidOut(graph))).toEqual([]);
    expect(laidOut({ nodes: [], edges: [] })).toEqual(new Map());
  });
});

const FAMILY = graphOf([
  ['ann', 'bea'],
  ['ann', 'cid'],
  ['bea', 'dan'],
  ['bea', 'eve'],
]);

test.each([
  ['layered-down', 'y', 1],
  ['layered-up', 'y', -1],
  ['layered-right', 'x', 1],
  ['layered-left', 'x', -1],
] as const)('%s: edges lead there', (kind, axis, sign) => {
  const chain = Array.from({ length: 700 }, (_, n) => [`c${n}`, `c${n + 1}`] as const);
  // A small one is dagre's, a large one is not.
  for (const graph of [FAMILY, graphOf(chain)]) {
    const answer = layOut({ kind, ...graph });
    for (const { source, target } of graph.edges) {
      expect(sign * (placeIn(answer, target)[axis] - placeIn(answer, source)[axis])).toBeGreaterThan(SIZE.height);
    }
  }
});

test('tree: children lie below their parents, whichever way the edges lead', () => {
  const namingParents = {
    ...FAMILY,
    edges: FAMILY.edges.map(({ source, target }) => ({ source: target, target: source })),
  };
  for (const graph of [FAMILY, namingParents]) {
    const answer = layOut({ kind: 'tree', ...graph });
    const row = (id: string) => placeIn(answer, id).y;
    expect([row('bea'), row('dan')]).toEqual([row('cid'), row('eve')]);
    expect(row('ann')).toBeLessThan(row('bea'));
    expect(row('bea')).toBeLessThan(row('dan'));
  }
});

test('radial: the root is in the middle of its children', () => {
  const answer = layOut({
    kind: 'radial',
    ...graphOf(['a', 'b', 'c', 'd'].map((id) => ['hub', id] as const)),
  });
  const { left, right, top, bottom } = boxOf(answer.values());
  const hub = placeIn(answer, 'hub');
  expect(hub.x).toBeGreaterThan(left);
  expect(hub.x).toBeLessThan(right);
  expect(hub.y).toBeGreaterThan(top);
  expect(hub.y).toBeLessThan(bottom);
});

test('circle: all are as far from the middle', () => {
  const answer = layOut({ kind: 'circle', ...graphOf([], ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) });
  const { left, right, top, bottom } = boxOf(answer.values());
  const distances = [...answer.values()].map(({ x, y }) => Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2));
  expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(2);
});

test('grid: by label, then by caption, as people count', () => {
  const node = (id: string, label: string, caption: string) => ({
    id,
    label,
    caption,
    position: { x: 0, y: 0 },
    size: SIZE,
  });
  const nodes = [node('1', 'B', 'x'), node('2', 'A', 'item 10'), node('3', 'A', 'Item 9'), node('4', 'b', 'a')];
  const answer = layOut({ kind: 'grid', nodes, edges: [] });
  const inOrder = [...answer].sort(([, a], [, b]) => a.y - b.y || a.x - b.x).map(([id]) => id);
  expect(inOrder).toEqual(['3', '2', '4', '1']);
});

test('force: what is joined lies closer than what is not', () => {
  const clique = (name: string) =>
    ['1', '2', '3', '4'].flatMap((a) =>
      ['1', '2', '3', '4'].flatMap((b) => (a < b ? [[name + a, name + b] as const] : [])),
    );
  const graph = graphOf([...clique('a'), ...clique('b'), ['a1', 'm'], ['m', 'b1']]);
  const answer = layOut({ kind: 'force', ...graph });
  const distance = (a: string, b: string) =>
    Math.hypot(placeIn(answer, a).x - placeIn(answer, b).x, placeIn(answer, a).y - placeIn(answer, b).y);
  expect(distance('a2', 'a3')).toBeLessThan(distance('a2', 'b2'));
  expect(distance('b2', 'b3')).toBeLessThan(distance('a3', 'b3'));
});

test('parts that nothing joins lie beside each other, not in each other', () => {
  const graph = graphOf([
    ['a', 'b'],
    ['a', 'c'],
    ['x', 'y'],
    ['x', 'z'],
  ]);
  for (const kind of ['force', 'layered-down', 'tree', 'radial'] as const) {
    const answer = layOut({ kind, ...graph });
    const [one, other] = [
      ['a', 'b', 'c'],
      ['x', 'y', 'z'],
    ].map((ids) => boxOf(ids.map((id) => placeIn(answer, id))));
    const [left, right] = [must(one, 'a box'), must(other, 'a box')];
    const apart =
      left.right < right.left || right.right < left.left || left.bottom < right.top || right.bottom < left.top;
    expect(apart, kind).toBe(true);
  }
});
