import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KuzuGraph } from '../../engine/testing/node-kuzu';
import { applyPatch } from '../../shared/graph/apply-patch';
import { Graph } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { toSnapshot } from '../../shared/graph/snapshot';
import { askNeighbours } from './ask-neighbours';

const LABELS = ['Person', 'お店 二号', 'Nobody'];
const TYPES = ['KNOWS', 'bought at', 'unused'];
const NODES = 5;
const labelOf = (n: number) => LABELS[n % 2] ?? '';

async function database(edges: readonly (readonly [string, number, number])[], withTypes = true) {
  const graph = new Graph();
  const ops: Op[] = [
    ...LABELS.map((label): Op => ({ op: 'create_label', label, properties: {} })),
    ...(withTypes ? TYPES.map((type): Op => ({ op: 'create_edge_type', type, properties: {} })) : []),
    ...Array.from(
      { length: NODES },
      (_, n): Op => ({
        op: 'create_node',
        nodeId: testNodeId(n),
        label: labelOf(n),
        position: { x: 0, y: 0 },
        properties: {},
      }),
    ),
    ...edges.map(
      ([type, source, target], n): Op => ({
        op: 'create_edge',
        edgeId: testEdgeId(n),
        type,
        source: testNodeId(source),
        target: testNodeId(target),
        properties: {},
      }),
    ),
  ];
  expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied' });
  const kuzu = new KuzuGraph();
  await kuzu.ready();
  await kuzu.load(toSnapshot(graph));
  return {
    query: async (cypher: string, parameters = {}) => {
      const outcome = await kuzu.query(cypher, parameters);
      if (outcome.status !== 'rows') throw new Error(JSON.stringify(outcome));
      return outcome.rows;
    },
  };
}

test('counts each neighbour once by type and direction, as looking through all edges does', async () => {
  const edge = fc.tuple(fc.constantFrom('KNOWS', 'bought at'), fc.nat(NODES - 1), fc.nat(NODES - 1));
  await fc.assert(
    fc.asyncProperty(fc.array(edge, { maxLength: 12 }), async (edges) => {
      const engine = await database(edges);
      for (let n = 0; n < NODES; n += 1) {
        const expected = (['out', 'in'] as const).flatMap((direction) =>
          TYPES.map((type) => {
            const there = edges.flatMap(([of, source, target], at) => {
              const [here, other] = direction === 'out' ? [source, target] : [target, source];
              return of === type && here === n && other !== n
                ? [{ edge: testEdgeId(at), node: testNodeId(other) }]
                : [];
            });
            return {
              type,
              direction,
              nodes: new Set(there.map(({ node }) => node)),
              edges: new Set(there.map((each) => each.edge)),
            };
          }),
        );
        const got = await askNeighbours(engine, labelOf(n), testNodeId(n));
        expect(
          new Set(got.map((each) => ({ ...each, nodes: new Set(each.nodes), edges: new Set(each.edges) }))),
        ).toEqual(new Set(expected.filter(({ edges: found }) => found.size > 0)));
        expect(got.map(({ nodes }) => nodes.length)).toEqual(
          got.map(({ nodes }) => nodes.length).toSorted((a, b) => b - a),
        );
      }
    }),
    { numRuns: 4 },
  );
});

test('a node has none where there are no edges, nor where there are no edge types', async () => {
  expect(await askNeighbours(await database([]), 'Person', testNodeId(0))).toEqual([]);
  expect(await askNeighbours(await database([], false), 'Person', testNodeId(0))).toEqual([]);
});
