import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../limits';
import { applyPatch } from './apply-patch';
import { canonicalGraph } from './canonical';
import { type GraphColumns, readGraph, toColumns } from './columns';
import { Graph } from './graph';
import { opSchema } from './ops';
import { arbitraryOps, SCHEMA_OPS, testEdgeId, testNodeId } from './ops.arbitrary';
import { toSnapshot } from './snapshot';

function graphOf(...patches: readonly Parameters<typeof applyPatch>[1][]): Graph {
  const graph = new Graph();
  for (const ops of patches) applyPatch(graph, ops);
  return graph;
}

const overJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function read(json: unknown): string {
  const graph = readGraph(json);
  return graph.ok ? canonicalGraph(graph.value) : graph.reason;
}

test('S1: written and read again it is the same graph, in this form and in the one before', () => {
  fc.assert(
    fc.property(fc.array(arbitraryOps, { maxLength: 30 }), (patches) => {
      const graph = graphOf(SCHEMA_OPS, ...patches);
      expect(read(overJson(toColumns(graph)))).toBe(canonicalGraph(graph));
      expect(read(overJson(toSnapshot(graph)))).toBe(canonicalGraph(graph));
    }),
    { numRuns: 200 },
  );
});

describe('what is no graph is refused', () => {
  const nodes = [1, 2].map((n) => {
    const position = { x: n, y: n };
    return { op: 'create_node', nodeId: testNodeId(n), label: 'Person', position, properties: { size: n } } as const;
  });
  const ends = { source: testNodeId(1), target: testNodeId(2) };
  const edge = { op: 'create_edge', edgeId: testEdgeId(1), type: 'KNOWS', ...ends, properties: {} } as const;
  const whole = toColumns(graphOf(SCHEMA_OPS, nodes, [edge]));
  type Row = GraphColumns['nodes'][number] & GraphColumns['edges'][number];
  const withNodes = (change: Partial<Record<keyof Row, unknown>>) => ({
    ...whole,
    nodes: whole.nodes.map((group) => ({ ...group, ...change })),
  });
  const withEdges = (change: Partial<Record<keyof Row, unknown>>) => ({
    ...whole,
    edges: whole.edges.map((group) => ({ ...group, ...change })),
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['another form', { ...whole, form: 'rows' }],
    ['a key of its own', { ...whole, extra: 1 }],
    ['an id of another kind', withNodes({ ids: [testNodeId(1), testEdgeId(2)] })],
    ['an edge with the id of a node', withEdges({ ids: [testNodeId(1)] })],
    ['no list of ids', withNodes({ ids: { length: 2 } })],
    ['a place off the map', withNodes({ x: [0, LIMITS.coordinate + 1] })],
    ['a place that is none', withNodes({ y: [0, null] })],
    ['a column that is too short', withNodes({ x: [0] })],
    ['a column of properties that is too long', withNodes({ properties: { size: [1, 2, 3] } })],
    ['a property of an impossible name', withNodes({ properties: { _x: [1, 2] } })],
    ['a property that is no value', withNodes({ properties: { size: [1, {}] } })],
    ['half a character', withNodes({ properties: { name: ['\ud800', null] } })],
    ['a label of an impossible name', withNodes({ label: 'a-b' })],
    ['an edge from beyond the last node', withEdges({ source: [2] })],
    ['an edge to before the first node', withEdges({ target: [-1] })],
    ['an edge from between two nodes', withEdges({ source: [0.5] })],
    ['an edge without an end', withEdges({ source: [null] })],
    ['a title that is empty', { ...whole, title: '' }],
  ])('%s', (_, json) => {
    expect(readGraph(overJson(json))).toMatchObject({ ok: false });
  });

  test('and what is one is not', () => {
    expect(readGraph(overJson(withNodes({ properties: { size: [null, 3] } })))).toMatchObject({ ok: true });
  });
});

test('a column takes the items that an op would take', () => {
  const [id, other] = [testNodeId(1), testEdgeId(1)];
  const odd = fc.constantFrom<unknown[]>(id, other, 'n_1', '', '\ud800', null, [], 1e7, -1e7, 1e7 + 1, 0.5, true);
  const anything = fc.oneof(odd, fc.double(), fc.string(), fc.jsonValue());
  const create = (change: object) =>
    opSchema.safeParse({
      op: 'create_node',
      nodeId: id,
      label: 'A',
      position: { x: 0, y: 0 },
      properties: {},
      ...change,
    });
  const group = (change: object) =>
    readGraph({
      form: 'columns',
      labels: [],
      edgeTypes: [],
      nodes: [{ label: 'A', ids: [id], x: [0], y: [0], properties: {}, ...change }],
      edges: [],
    });
  fc.assert(
    fc.property(anything, (item) => {
      expect(group({ ids: [item] }).ok).toBe(create({ nodeId: item }).success);
      expect(group({ x: [item] }).ok).toBe(create({ position: { x: item, y: 0 } }).success);
      // An element that lacks a property has null in its column.
      if (item !== null)
        expect(group({ properties: { a: [item] } }).ok).toBe(create({ properties: { a: item } }).success);
    }),
    { numRuns: 500 },
  );
});

test('−0 and 0 are one value', () => {
  const json = `{"form":"columns","labels":[],"edgeTypes":[],"edges":[],"nodes":[{"label":"A","ids":["${testNodeId(1)}"],"x":[-0],"y":[-0],"properties":{"a":[-0]}}]}`;
  const graph = readGraph(JSON.parse(json));
  const node = graph.ok ? graph.value.get('node', testNodeId(1)) : undefined;
  expect([node?.position.x, node?.position.y, node?.properties.get('a')]).toStrictEqual([0, 0, 0]);
});
