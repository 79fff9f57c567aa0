import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from '../../shared/graph/apply-patch';
import { canonicalGraph } from '../../shared/graph/canonical';
import { Graph } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { opsBetween } from '../../shared/graph/ops-between';
import { fromSnapshot, toSnapshot } from '../../shared/graph/snapshot';
import type { QueryParameters } from '../graph-engine';
import { KuzuGraph } from '../testing/node-kuzu';

const person = (n: number, name: string, age?: number): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'Person',
  position: { x: n, y: 2 * n },
  properties: { name, ...(age !== undefined && { age }) },
  ...(n === 1 && { locked: true }),
});
const OPS: readonly Op[] = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64', 'born on': 'DATE' } },
  { op: 'create_label', label: 'City', properties: { name: 'STRING', size: 'DOUBLE' } },
  { op: 'create_edge_type', type: 'KNOWS', properties: { since: 'INT64' } },
  { op: 'create_edge_type', type: 'LIVES IN', properties: {} },
  person(1, 'Ann', 30),
  person(2, 'Bo', 40),
  person(3, 'Ann'),
  { op: 'create_node', nodeId: testNodeId(4), label: 'City', position: { x: 0, y: 9 }, properties: { name: 'Ulm' } },
  edge(1, 'KNOWS', 1, 2),
  edge(2, 'KNOWS', 2, 3),
  edge(3, 'LIVES IN', 1, 4),
];
function edge(n: number, type: string, source: number, target: number): Op {
  const ends = { source: testNodeId(source), target: testNodeId(target) };
  return { op: 'create_edge', edgeId: testEdgeId(n), type, ...ends, properties: {} };
}

function graphOf(...ops: readonly Op[]): Graph {
  const graph = new Graph();
  expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  return graph;
}

async function forked(graph: Graph, cypher: string, parameters: QueryParameters = {}) {
  return new KuzuGraph().fork(toSnapshot(graph), cypher, parameters);
}

/** What the statement made of the graph, found again by applying its ops to the graph it was run on. */
async function written(cypher: string, parameters: QueryParameters = {}, graph = graphOf(...OPS)) {
  const before = canonicalGraph(graph);
  const outcome = await forked(graph, cypher, parameters);
  if (outcome.status === 'refused') expect.fail(outcome.reason);
  expect(canonicalGraph(graph)).toBe(before);
  const ops = opsBetween(graph, fromSnapshot(outcome.after));
  if (ops.length > 0) expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  expect(canonicalGraph(graph)).toBe(canonicalGraph(outcome.after));
  return { ops, rows: outcome.rows, unplaced: outcome.unplaced, after: outcome.after };
}

const kinds = (ops: readonly Op[]) => ops.map(({ op }) => op);

describe('a writing statement becomes ops', () => {
  test('creating nodes and edges, with ids of their own and a place to be found', async () => {
    const { ops, unplaced, rows } = await written(
      "MATCH (a:Person {name: 'Bo'}) CREATE (a)-[:`LIVES IN`]->(c:City {name: $name, size: 2.5}) RETURN c.name AS name",
      { name: 'Köln' },
    );
    expect(kinds(ops)).toEqual(['create_node', 'create_edge']);
    expect(ops[0]).toMatchObject({ label: 'City', properties: { name: 'Köln', size: 2.5 } });
    expect(unplaced).toHaveLength(1);
    expect(rows).toEqual([{ name: 'Köln' }]);
  });

  test('an edge between labels it never joined', async () => {
    const { ops } = await written(
      "MATCH (c:City), (p:Person) WHERE p.name = 'Bo' CREATE (c)-[:KNOWS {since: 2000}]->(p)",
    );
    expect(ops).toMatchObject([{ op: 'create_edge', type: 'KNOWS', source: testNodeId(4), target: testNodeId(2) }]);
  });

  test('setting and removing properties, and moving', async () => {
    const { ops } = await written(
      "MATCH (p:Person) WHERE p.age > 35 SET p.age = NULL, p._x = 100.0, p.`born on` = date('2001-02-03')",
    );
    expect(ops).toEqual([
      { op: 'move_node', nodeId: testNodeId(2), position: { x: 100, y: 4 } },
      { op: 'set_property', on: 'node', id: testNodeId(2), key: 'born on', value: '2001-02-03' },
      { op: 'remove_property', on: 'node', id: testNodeId(2), key: 'age' },
    ]);
  });

  test('deleting a node with its edges, and an edge alone', async () => {
    const { ops } = await written("MATCH (p:Person {name: 'Bo'}) DETACH DELETE p");
    expect(ops).toEqual([{ op: 'delete_node', nodeId: testNodeId(2) }]);
    expect((await written('MATCH (:Person)-[e:`LIVES IN`]->() DELETE e')).ops).toEqual([
      { op: 'delete_edge', edgeId: testEdgeId(3) },
    ]);
  });

  test('merging finds what is there', async () => {
    const { ops } = await written(
      "UNWIND ['Ulm', 'Bonn'] AS name MERGE (c:City {name: name}) ON MATCH SET c.size = 1.0",
    );
    expect(kinds(ops).toSorted()).toEqual(['create_node', 'set_property']);
  });

  test('an id that is made up is replaced, a real one is kept', async () => {
    const { ops } = await written(
      `CREATE (:City {id: 'mine', name: 'A'}), (:City {id: '${testNodeId(9)}', name: 'B'})`,
    );
    const ids = ops.map((op) => (op.op === 'create_node' ? op.nodeId : ''));
    expect(ids).toContain(testNodeId(9));
    expect(ids).not.toContain('mine');
  });

  test('what changes nothing is nothing', async () => {
    expect((await written("MATCH (p:Person {name: 'Nobody'}) SET p.age = 1")).ops).toEqual([]);
    expect((await written('MATCH (p:Person) RETURN count(*) AS n')).rows).toEqual([{ n: 3 }]);
  });
});

describe('what cannot become ops is refused with the reason', () => {
  test.each([
    ['', 'The query is empty.'],
    ['CREATE NODE TABLE Dog (name STRING PRIMARY KEY)', 'made in the editor'],
    ['CREATE REL TABLE R (FROM Person TO City)', 'made in the editor'],
    ['CREATE MACRO f(x) AS x + 1', 'made in the editor'],
    ['DROP TABLE Person', 'begins with DROP'],
    ['ALTER TABLE Person ADD x STRING', 'begins with ALTER'],
    ["COPY Person FROM 'x.csv'", 'begins with COPY'],
    ["COPY (MATCH (p:Person) RETURN p.*) TO 'x.csv'", 'begins with COPY'],
    ["ATTACH 'x' AS y (dbtype duckdb)", 'begins with ATTACH'],
    ["EXPORT DATABASE 'x'", 'begins with EXPORT'],
    ['BEGIN TRANSACTION', 'begins with BEGIN'],
    ['CALL timeout=1', 'begins with CALL'],
    ["CREATE (:City {name: 'a'}); CREATE (:City {name: 'b'})", 'Only one statement'],
    ["CREATE (:Dog {name: 'Rex'})", 'Dog'],
    ["CREATE (:City {colour: 'red'})", 'colour'],
    ['MATCH (p:Person) DELETE p', 'connected edges'],
    ['MATCH (c:City) SET c.size = CAST(1 AS DOUBLE) / 0.0', 'size'],
    ['MATCH (p:Person) SET p.age = 9007199254740993', '"age" of Person'],
  ])('%s', async (cypher, reason) => {
    const outcome = await forked(graphOf(...OPS), cypher);
    expect(outcome).toEqual({ status: 'refused', reason: expect.stringContaining(reason) });
  });
});

const NAMES = ['Ann', 'Bo', 'Cy'];
const clause = fc.constantFrom(
  'CREATE (:Person {name: $a, age: $n})',
  'MATCH (p:Person {name: $a}) SET p.age = $n',
  'MATCH (p:Person {name: $a}) SET p.name = $b',
  'MATCH (p:Person {name: $a}) DETACH DELETE p',
  'MATCH (p:Person {name: $a}) MATCH (q:Person {name: $b}) CREATE (p)-[:KNOWS {since: $n}]->(q)',
  'MATCH (:Person {name: $a})-[e:KNOWS]->() DELETE e',
  'MATCH (:Person {name: $a})-[e:KNOWS]->() SET e.since = $n',
  'MERGE (c:City {name: $a})',
  'MATCH (p:Person {name: $a}) MATCH (c:City) CREATE (p)-[:`LIVES IN`]->(c)',
);

test('property: the ops of a statement make the graph what the statement made of its copy', async () => {
  const step = fc.record({
    clause,
    a: fc.constantFrom(...NAMES),
    b: fc.constantFrom(...NAMES),
    n: fc.integer({ min: -5, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      const graph = graphOf(...OPS);
      for (const { clause: cypher, a, b, n } of steps) {
        const all = { a, b, n };
        const used = Object.fromEntries(Object.entries(all).filter(([key]) => cypher.includes(`$${key}`)));
        await written(cypher, used, graph);
      }
    }),
    { numRuns: Number(process.env['ENGINE_RUNS'] ?? 5) },
  );
});
