/** Each algorithm against a model that is slow and obvious, on small graphs of all kinds: with loops, doubles and lone nodes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../shared/assert';
import { ALGORITHMS } from './algorithms';
import { compute } from './compute';
import { parseTask, type Task } from './messages';

interface Small {
  readonly nodes: number;
  readonly edges: readonly (readonly [number, number])[];
}

const small: fc.Arbitrary<Small> = fc.integer({ min: 1, max: 9 }).chain((nodes) => {
  const node = fc.nat({ max: nodes - 1 });
  return fc.record({ nodes: fc.constant(nodes), edges: fc.array(fc.tuple(node, node), { maxLength: 24 }) });
});

function task(
  algorithm: Task['algorithm'],
  { nodes, edges }: Small,
  { directed = false, weights }: { directed?: boolean; weights?: readonly number[] } = {},
): Task {
  return {
    algorithm,
    nodes,
    sources: Uint32Array.from(edges, ([source]) => source),
    targets: Uint32Array.from(edges, ([, target]) => target),
    weights: weights && Float64Array.from(weights),
    directed,
  };
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** Whether an edge leads from one to the other. */
function matrix({ nodes, edges }: Small, directed: boolean): boolean[][] {
  const isNext = range(nodes).map(() => range(nodes).map(() => false));
  for (const [source, target] of edges) {
    if (source === target) continue;
    must(isNext[source], 'a row')[target] = true;
    if (!directed) must(isNext[target], 'a row')[source] = true;
  }
  return isNext;
}

/** Whether one gets from one to the other (Warshall). */
function reachable(isNext: boolean[][]): boolean[][] {
  let reach = isNext.map((row, from) => row.map((is, to) => is || from === to));
  for (const via of range(isNext.length)) {
    reach = reach.map((row) => row.map((is, to) => is || (row[via] === true && reach[via]?.[to] === true)));
  }
  return reach;
}

const areTogether = (groups: Float64Array) =>
  range(groups.length).map((a) => range(groups.length).map((b) => groups[a] === groups[b]));

test('degrees are counts of edges, or sums of what they count', () => {
  const weighted = small.chain((graph) =>
    fc.tuple(
      fc.constant(graph),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: graph.edges.length, maxLength: graph.edges.length }),
    ),
  );
  fc.assert(
    fc.property(weighted, ([graph, weights]) => {
      const count = (way: 0 | 1, weigh: (edge: number) => number) =>
        range(graph.nodes).map((node) =>
          graph.edges.reduce((sum, ends, edge) => (ends[way] === node ? sum + weigh(edge) : sum), 0),
        );
      const weigh = (edge: number) => weights[edge] ?? 0;
      const [out, into] = [count(0, () => 1), count(1, () => 1)];
      expect([...compute(task('degree-out', graph))]).toEqual(out);
      expect([...compute(task('degree-in', graph))]).toEqual(into);
      expect([...compute(task('degree', graph))]).toEqual(out.map((each, node) => each + (into[node] ?? 0)));
      expect([...compute(task('degree-out', graph, { weights }))]).toEqual(count(0, weigh));
    }),
  );
});

test('components are the parts that joining the ends of every edge leaves', () => {
  fc.assert(
    fc.property(small, (graph) => {
      const parts = range(graph.nodes);
      for (const [source, target] of graph.edges) {
        const [from, to] = [parts[source], must(parts[target], 'a part')];
        parts.forEach((part, node) => {
          if (part === from) parts[node] = to;
        });
      }
      const found = compute(task('components', graph));
      expect(areTogether(found)).toEqual(areTogether(Float64Array.from(parts)));
      expectRanked(found);
    }),
  );
});

test('strong components are the nodes that reach each other', () => {
  fc.assert(
    fc.property(small, (graph) => {
      const reach = reachable(matrix(graph, true));
      const found = compute(task('strong-components', graph));
      expect(areTogether(found)).toEqual(reach.map((row, a) => row.map((is, b) => is && reach[b]?.[a] === true)));
      expectRanked(found);
    }),
  );
});

test('core numbers are what peeling leaves', () => {
  fc.assert(
    fc.property(small, (graph) => {
      const isNext = matrix(graph, false);
      const core = range(graph.nodes).map(() => 0);
      for (const k of range(graph.nodes)) {
        let left = new Set(range(graph.nodes));
        for (let before = -1; before !== left.size; ) {
          before = left.size;
          left = new Set([...left].filter((node) => [...left].filter((other) => isNext[node]?.[other]).length >= k));
        }
        for (const node of left) core[node] = k;
      }
      expect([...compute(task('k-core', graph))]).toEqual(core);
    }),
  );
});

describe.each([true, false])('where it matters which way edges lead: %s', (directed) => {
  test('betweenness is the share of all shortest ways', () => {
    fc.assert(
      fc.property(small, (graph) => {
        const found = compute(task('betweenness', graph, { directed }));
        expectClose(found, sharesOfWays(matrix(graph, directed)));
      }),
    );
  });

  test('ranks sum up to 1, and are where following edges at random comes to rest', () => {
    fc.assert(
      fc.property(small, (graph) => {
        const found = compute(task('pagerank', graph, { directed }));
        expect(found.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 6);
        expectClose(found, followedAtRandom(graph, directed));
      }),
    );
  });

  test('communities stay within components, and are the same every time', () => {
    fc.assert(
      fc.property(small, (graph) => {
        const found = compute(task('communities', graph, { directed }));
        expect(compute(task('communities', graph, { directed }))).toEqual(found);
        expectRanked(found);
        const isTogether = areTogether(compute(task('components', graph)));
        areTogether(found).forEach((row, a) => {
          for (const [b, is] of row.entries()) if (is) expect(isTogether[a]?.[b]).toBe(true);
        });
      }),
    );
  });
});

test('two crowds that one edge joins are two communities', () => {
  const crowd = (first: number) => range(5).flatMap((a) => range(a).map((b) => [first + a, first + b] as const));
  const found = compute(task('communities', { nodes: 10, edges: [...crowd(0), ...crowd(5), [0, 5]] }));
  expect([...found]).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
});

test('an edge that counts more draws more rank', () => {
  const found = compute(
    task(
      'pagerank',
      {
        nodes: 3,
        edges: [
          [0, 1],
          [0, 2],
          [1, 0],
          [2, 0],
        ],
      },
      { directed: true, weights: [3, 1, 1, 1] },
    ),
  );
  expect(found[1]).toBeGreaterThan(must(found[2], 'a rank'));
});

test('what is too much for the usual ways of counting is not too much', () => {
  const nodes = 30_000;
  const chain = { nodes, edges: range(nodes).map((node) => [node, (node + 1) % nodes] as const) };
  expect(new Set(compute(task('strong-components', chain)))).toEqual(new Set([1]));
  const star = { nodes: 70_000, edges: range(69_999).map((node) => [0, node + 1] as const) };
  expect(new Set(compute(task('k-core', star)))).toEqual(new Set([1]));
  // From side to side of a diamond, half the ways lead through each end. 2 to the 40 shortest ways from the first to the last: more than 32 bits can count.
  const diamonds = range(40).flatMap((at) => {
    const [from, one, other, to] = [3 * at, 3 * at + 1, 3 * at + 2, 3 * at + 3];
    return [
      [from, one],
      [from, other],
      [one, to],
      [other, to],
    ] as const;
  });
  const found = compute(task('betweenness', { nodes: 121, edges: diamonds }));
  expect(found[60]).toBe(Math.max(...found));
  expect(found[60]).toBeCloseTo((2 * 60 * 60 + 2) / (120 * 119), 9);
});

test('progress is told', () => {
  const told: number[] = [];
  compute(task('betweenness', { nodes: 4, edges: [] }), (done) => told.push(done));
  expect(told).toEqual([0.25, 0.5, 0.75, 1]);
});

test.each(ALGORITHMS)('%s of nothing is nothing', (algorithm) => {
  expect(compute(task(algorithm, { nodes: 0, edges: [] }))).toEqual(new Float64Array());
});

test('a task with an edge to nowhere, or one that counts nothing, is none', () => {
  const good = task('degree', { nodes: 2, edges: [[0, 1]] }, { weights: [1] });
  expect(parseTask(good)).toEqual(good);
  expect(() => parseTask({ ...good, targets: Uint32Array.of(2) })).toThrow();
  expect(() => parseTask({ ...good, targets: Uint32Array.of(1, 1) })).toThrow();
  expect(() => parseTask({ ...good, weights: Float64Array.of(0) })).toThrow();
  expect(() => parseTask({ ...good, weights: Float64Array.of(Number.NaN) })).toThrow();
});

function expectRanked(groups: Float64Array): void {
  const sizes = range(Math.max(...groups)).map((group) => groups.filter((each) => each === group + 1).length);
  expect(sizes.every((size) => size > 0)).toBe(true);
  expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes);
}

function expectClose(found: Float64Array, wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [node, each] of wanted.entries()) expect(found[node]).toBeCloseTo(each, 6);
}

/** By writing down every shortest way between any two. */
function sharesOfWays(isNext: boolean[][]): number[] {
  const count = isNext.length;
  const shares = range(count).map(() => 0);
  for (const from of range(count)) {
    for (const to of range(count)) {
      if (from === to) continue;
      const ways = shortestWays(isNext, from, to);
      for (const way of ways) for (const via of way.slice(1, -1)) shares[via] = (shares[via] ?? 0) + 1 / ways.length;
    }
  }
  return count > 2 ? shares.map((share) => share / ((count - 1) * (count - 2))) : shares;
}

function shortestWays(isNext: boolean[][], from: number, to: number): number[][] {
  let ways = [[from]];
  for (const _ of isNext) {
    ways = ways.flatMap((way) =>
      range(isNext.length).flatMap((next) =>
        isNext[way.at(-1) ?? 0]?.[next] === true && !way.includes(next) ? [[...way, next]] : [],
      ),
    );
    const there = ways.filter((way) => way.at(-1) === to);
    if (there.length > 0) return there;
  }
  return [];
}

function followedAtRandom({ nodes, edges }: Small, directed: boolean): number[] {
  const all = edges.filter(([source, target]) => source !== target);
  const ways = directed
    ? all
    : all.flatMap(([source, target]) => [[source, target] as const, [target, source] as const]);
  let ranks = range(nodes).map(() => 1 / nodes);
  for (const _ of range(300)) {
    const next = range(nodes).map(() => 0.15 / nodes);
    ranks.forEach((rank, node) => {
      const out = ways.filter(([source]) => source === node).map(([, target]) => target);
      const targets = out.length > 0 ? out : range(nodes);
      for (const target of targets) next[target] = (next[target] ?? 0) + (0.85 * rank) / targets.length;
    });
    ranks = next;
  }
  return ranks;
}
