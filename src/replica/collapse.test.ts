import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch } from '../shared/graph/apply-patch';
import { canonicalGraph } from '../shared/graph/canonical';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { arbitraryOps, SCHEMA_OPS, testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { fromSnapshot, toSnapshot } from '../shared/graph/snapshot';
import { collapse } from './collapse';

const node = (n: number): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'Person',
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
const move = (n: number): Op => ({ op: 'move_node', nodeId: testNodeId(n), position: { x: 5, y: 5 } });
const deleteNode = (n: number): Op => ({ op: 'delete_node', nodeId: testNodeId(n) });

/** What is left of patches on a graph where nothing is known yet. */
const left = (patches: Op[][], known: readonly string[] = []) =>
  collapse(patches, (_, id) => known.includes(id)).kept.map((kept, patch) => kept.map((op) => patches[patch]?.[op]));

test('R7: what was made and deleted again leaves nothing, nor do the edges that went with it', () => {
  expect(left([[node(1), node(2)], [move(1)], [edge(1, 1, 2)], [deleteNode(1)]])).toEqual([[node(2)], [], [], []]);
});

test('R7: what the server may know is deleted there; what was only made here at it is not told', () => {
  expect(left([[move(1)], [edge(1, 1, 1)], [deleteNode(1)]], [testNodeId(1)])).toEqual([
    [move(1)],
    [],
    [deleteNode(1)],
  ]);
});

test('R7: what was brought back after it was deleted is there', () => {
  expect(left([[node(1)], [deleteNode(1)], [node(1)], [move(1)]])).toEqual([[], [], [node(1)], [move(1)]]);
});

test('R7: of what comes out it is said where it came to nothing', () => {
  const patches = [[node(1)], [edge(1, 2, 3)], [deleteNode(2)], [move(1)], [deleteNode(1)], [node(1)]];
  const { ends } = collapse(patches, (_, id) => [2, 3].map(testNodeId).includes(id));
  expect(Object.fromEntries(ends)).toEqual({ [testEdgeId(1)]: 2, [testNodeId(1)]: 4 });
});

/** Those of the patches, one after another on the graph, that go as they were meant. */
function fitting(graph: Graph, patches: readonly Op[][]): Op[][] {
  return patches.filter((ops) => {
    const outcome = applyPatch(fromSnapshot(toSnapshot(graph)), ops);
    if (outcome.status === 'refused' || outcome.skipped.length > 0) return false;
    applyPatch(graph, ops);
    return true;
  });
}

test('R7: property: what is left makes the same graph, and fits as well', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryOps, { maxLength: 12 }),
      fc.array(arbitraryOps, { maxLength: 40 }),
      (first, later) => {
        const start = new Graph();
        const beginning = [[...SCHEMA_OPS], ...first];
        for (const ops of beginning) applyPatch(start, ops);
        const whole = new Graph();
        for (const ops of beginning) applyPatch(whole, ops);
        const known = (kind: 'node' | 'edge', id: string) => start.get(kind, id) !== undefined;
        const patches = fitting(whole, later);
        const { kept } = collapse(patches, known);
        kept.forEach((indexes, patch) => {
          const ops = indexes.flatMap((index) => patches[patch]?.[index] ?? []);
          if (ops.length > 0) expect(applyPatch(start, ops)).toMatchObject({ status: 'applied', skipped: [] });
        });
        expect(canonicalGraph(start)).toBe(canonicalGraph(whole));
      },
    ),
    { numRuns: 2_000 },
  );
});
