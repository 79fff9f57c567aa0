import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import type { Direction } from './neighbourhood';
import type { EdgeRow } from './rows';
import { edgesAlong, shortestPaths } from './shortest-paths';

const edge = (id: number, source: number, target: number): EdgeRow => ({
  id: testEdgeId(id),
  type: 'KNOWS',
  source: testNodeId(source),
  target: testNodeId(target),
  properties: {},
});
const path = (...numbers: number[]) => numbers.map(testNodeId);

/** Every way that visits no node twice, the longest last: what nothing can be shorter than. */
function allWays(from: string, to: string, edges: readonly EdgeRow[], direction: Direction): string[][] {
  const ways: string[][] = [];
  const go = (way: string[]) => {
    const here = way.at(-1);
    if (here === to) return ways.push(way);
    const next = new Set<string>();
    for (const { source, target } of edges) {
      if (direction !== 'in' && source === here) next.add(target);
      if (direction !== 'out' && target === here) next.add(source);
    }
    for (const each of next) if (!way.includes(each)) go([...way, each]);
  };
  go([from]);
  return ways.sort((a, b) => a.length - b.length);
}

test('finds all that are as short, and nothing else: as trying every way does', () => {
  const edges = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 12 });
  const direction = fc.constantFrom<Direction>('in', 'out', 'both');
  fc.assert(
    fc.property(edges, fc.nat(6), fc.nat(6), direction, (pairs, a, b, how) => {
      const rows = pairs.map(([source, target], i) => edge(i, source, target));
      const [from, to] = [testNodeId(a), testNodeId(b)];
      const ways = allWays(from, to, rows, how);
      const shortest = ways.filter((way) => way.length === ways[0]?.length);
      const found = shortestPaths(from, to, rows, how);
      const got = Array.from({ length: found?.count ?? 0 }, (_, index) => must(found, 'paths').at(index));
      expect([...got].sort()).toEqual([...shortest].sort());
      expect(found?.steps).toBe(ways[0] && ways[0].length - 1);
      for (const way of got) {
        for (const [step, between] of edgesAlong(way, rows, how).entries()) {
          expect(between.length).toBeGreaterThan(0);
          const ends = new Set([way[step], way[step + 1]]);
          for (const { source, target } of between) expect(new Set([source, target])).toEqual(ends);
        }
      }
    }),
  );
});

describe('a way', () => {
  test('is one, however many edges lie beside each other, and each step has all of them', () => {
    const rows = [edge(0, 0, 1), edge(1, 1, 0), edge(2, 0, 1), edge(3, 1, 2)];
    expect(shortestPaths(testNodeId(0), testNodeId(2), rows, 'both')?.count).toBe(1);
    const along = (how: Direction) => edgesAlong(path(0, 1, 2), rows, how).map((step) => step.map(({ id }) => id));
    expect(along('both')).toEqual([[0, 1, 2].map(testEdgeId), [testEdgeId(3)]]);
    expect(along('out')).toEqual([[0, 2].map(testEdgeId), [testEdgeId(3)]]);
  });

  test('can be as long as the graph, and there can be very many', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => edge(i, i, i + 1));
    expect(shortestPaths(testNodeId(0), testNodeId(20_000), chain, 'out')?.at(0)).toHaveLength(20_001);
    const diamonds = Array.from({ length: 60 }, (_, i) => [
      edge(4 * i, 3 * i, 3 * i + 1),
      edge(4 * i + 1, 3 * i, 3 * i + 2),
      edge(4 * i + 2, 3 * i + 1, 3 * i + 3),
      edge(4 * i + 3, 3 * i + 2, 3 * i + 3),
    ]).flat();
    const found = must(shortestPaths(testNodeId(0), testNodeId(180), diamonds, 'out'), 'paths');
    expect(found.count).toBe(2 ** 60);
    expect(found.at(0)).not.toEqual(found.at(1));
  });
});
