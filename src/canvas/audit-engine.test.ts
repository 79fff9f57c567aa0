/** The audit, on the real engine in Node. */
import { afterEach, describe, expect, test } from 'vitest';
import type { GraphEngine } from '../engine/graph-engine';
import { createKuzuEngine } from '../engine/kuzu-engine';
import { spawnHere } from '../engine/testing/node-workers';
import { applyPatch } from '../shared/graph/apply-patch';
import { diffGraphs } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { toSnapshot } from '../shared/graph/snapshot';
import { auditEngine } from './audit-engine';

let engine: GraphEngine | undefined;
afterEach(() => engine?.dispose());

const person = (n: number): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'Person',
  position: { x: n, y: 0.5 },
  properties: n % 2 === 0 ? { name: `Person ${n}`, born: '2001-02-03' } : {},
});
const BEGINNING: Op[] = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', born: 'DATE' } },
  { op: 'create_label', label: 'Nothing yet', properties: {} },
  { op: 'create_edge_type', type: 'KNOWS', properties: { since: 'TIMESTAMP' } },
  ...Array.from({ length: 30 }, (_, n) => person(n)),
  ...Array.from(
    { length: 20 },
    (_, n): Op => ({
      op: 'create_edge',
      edgeId: testEdgeId(n),
      type: 'KNOWS',
      source: testNodeId(n),
      target: testNodeId(n + 1),
      properties: n === 0 ? { since: '2026-11-22T10:00:00.000Z' } : {},
    }),
  ),
];

function graphOf(...ops: Op[]): Graph {
  const graph = new Graph();
  expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  return graph;
}

/** What the audit finds when the database was filled with one graph, and another should be in it. */
async function audited(inDatabase: Graph, shouldBe: Graph, chance = 0): Promise<string[]> {
  engine = createKuzuEngine({ spawn: spawnHere, currentGraph: () => toSnapshot(inDatabase) });
  void engine.load(toSnapshot(inDatabase));
  return auditEngine(engine, shouldBe, chance);
}

test('E5: a database that is true to its graph passes, wherever the sample is taken', async () => {
  expect(await audited(graphOf(...BEGINNING), graphOf(...BEGINNING))).toEqual([]);
  expect(await audited(graphOf(...BEGINNING), graphOf(...BEGINNING), 0.999)).toEqual([]);
});

describe('E5: what differs is found', () => {
  test.each<[string, Op, string]>([
    ['a node too few', { op: 'delete_node', nodeId: testNodeId(29) }, 'Person: 29 in the database, 30 in the graph'],
    ['an edge too few', { op: 'delete_edge', edgeId: testEdgeId(19) }, 'KNOWS: 19 in the database, 20 in the graph'],
    ['a position', { op: 'move_node', nodeId: testNodeId(1), position: { x: 9, y: 9 } }, `${testNodeId(1)} differs`],
    [
      'a value',
      { op: 'set_property', on: 'node', id: testNodeId(2), key: 'name', value: 'Other' },
      `${testNodeId(2)} differs`,
    ],
    [
      'a value of an edge',
      { op: 'remove_property', on: 'edge', id: testEdgeId(0), key: 'since' },
      `${testEdgeId(0)} differs`,
    ],
  ])('%s', async (_, op, difference) => {
    const inDatabase = graphOf(...BEGINNING);
    applyPatch(inDatabase, [op]);
    expect(await audited(inDatabase, graphOf(...BEGINNING))).toEqual([difference]);
  });
});

test('E5: the audit is about the graph of the moment it is asked for: changes made right after it do not disturb it', async () => {
  const graph = graphOf(...BEGINNING);
  engine = createKuzuEngine({ spawn: spawnHere, currentGraph: () => toSnapshot(graph) });
  void engine.load(toSnapshot(graph));
  const found = auditEngine(engine, graph, 0);
  const after = graphOf(...BEGINNING, { op: 'delete_node', nodeId: testNodeId(3) });
  void engine.apply(diffGraphs(graph, after));
  expect(await found).toEqual([]);
  expect(await auditEngine(engine, after, 0)).toEqual([]);
});
