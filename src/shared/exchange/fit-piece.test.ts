import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from '../graph/apply-patch';
import { Graph } from '../graph/graph';
import { WIDEST_LIMITS } from '../graph/graph-limits';
import type { Op } from '../graph/ops';
import { opsSchema } from '../graph/ops';
import { testEdgeId, testNodeId } from '../graph/ops.arbitrary';
import { type GraphSnapshot, toSnapshot } from '../graph/snapshot';
import { fitPiece } from './fit-piece';
import { graphFileText, looksLikeGraphFile, readGraphFile } from './graph-file';
import { pieceOf } from './piece';
import { arbitraryGraph, sourceOf, typesOf } from './testing/random-graph';
import { tooMuch } from './too-much';

const HERE = { x: 0, y: 0 };
const [A, B] = [testNodeId(1), testNodeId(2)];

function graphOf(...ops: Op[]): Graph {
  const graph = new Graph();
  expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  return graph;
}

const textOf = (piece: GraphSnapshot) => [...graphFileText(piece)].join('');

function read(text: string): GraphSnapshot {
  expect(looksLikeGraphFile(text)).toBe(true);
  const piece = readGraphFile(text);
  if (!piece.ok) throw new Error(piece.reason);
  return piece.value;
}

/** Pastes into a graph as the page does. */
function paste(piece: GraphSnapshot, into: Graph, shift = HERE) {
  const fit = fitPiece(piece, typesOf(into), shift, WIDEST_LIMITS);
  if (fit.ops.length === 0) return fit;
  const ops = opsSchema.parse(fit.ops);
  expect(ops, 'the wire changes nothing about them').toEqual(fit.ops);
  expect(applyPatch(into, ops, WIDEST_LIMITS)).toMatchObject({ status: 'applied', skipped: [] });
  return fit;
}

/** The graph with ids replaced by the places that the nodes have among them. */
function withoutIds({ labels, edgeTypes, nodes, edges }: GraphSnapshot) {
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  return {
    labels,
    edgeTypes,
    nodes: nodes.map(({ id: _, ...node }) => node),
    edges: edges.map(({ id: _, source, target, ...edge }) => ({
      ...edge,
      ends: [place.get(source), place.get(target)],
    })),
  };
}

describe('what is copied, taken as text and pasted', () => {
  test('makes the same again in an empty graph, but for the ids', () => {
    fc.assert(
      fc.property(arbitraryGraph, fc.func(fc.boolean()), (graph, isChosen) => {
        const chosen = [...graph.entries('node')].flatMap(([id]) => (isChosen(id) ? [id] : []));
        const piece = pieceOf(sourceOf(graph), chosen);
        const empty = new Graph();
        const { misfits, looseEdges } = paste(read(textOf(piece)), empty);
        expect({ misfits, looseEdges }).toEqual({ misfits: [], looseEdges: 0 });
        expect(withoutIds(toSnapshot(empty))).toEqual(withoutIds(piece));
        const among = [...graph.entries('edge')].filter(
          ([, { source, target }]) => chosen.includes(source) && chosen.includes(target),
        );
        expect([empty.count('node'), empty.count('edge')]).toEqual([chosen.length, among.length]);
      }),
    );
  });

  test('fits any other graph, twice as well, and says which values it leaves out', () => {
    fc.assert(
      fc.property(arbitraryGraph, arbitraryGraph, (graph, target) => {
        const piece = pieceOf(
          sourceOf(graph),
          [...graph.entries('node')].map(([id]) => id),
        );
        const before = [target.count('node'), target.count('edge')] as const;
        const { misfits, nodeIds } = paste(piece, target, { x: 5, y: -3 });
        paste(piece, target);
        expect(target.count('node')).toBe(before[0] + 2 * piece.nodes.length);
        expect(target.count('edge')).toBe(before[1] + 2 * piece.edges.length);
        const values = (count: number, { properties }: { properties: object }) =>
          count + Object.keys(properties).length;
        const kept = nodeIds.reduce((count, id) => count + (target.get('node', id)?.properties.size ?? 0), 0);
        const left = misfits.filter(({ of }) => typesOf(target).labels.has(of.toLowerCase()));
        expect(kept + left.reduce((count, each) => count + each.values, 0)).toBe(piece.nodes.reduce(values, 0));
      }),
    );
  });

  test('into the graph it is from leaves nothing out and makes no type', () => {
    fc.assert(
      fc.property(arbitraryGraph, (graph) => {
        const piece = pieceOf(
          sourceOf(graph),
          [...graph.entries('node')].map(([id]) => id),
        );
        const { ops, misfits } = paste(piece, graph);
        expect(misfits).toEqual([]);
        expect(ops.filter(({ op }) => op !== 'create_node' && op !== 'create_edge')).toEqual([]);
      }),
    );
  });
});

test('no text makes reading throw, and what can be read can be pasted', () => {
  const names = fc.constantFrom('Person', 'person', 'KNOWS', '__proto__', 'constructor', 'id', '');
  const values = fc.dictionary(names, fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)));
  const types = fc.array(
    fc.record({ name: names, properties: fc.dictionary(names, fc.constantFrom('STRING', 'INT64')) }),
  );
  const id = fc.constantFrom(A, B, 'n_1');
  const position = fc.constantFrom({ x: 0, y: 0 }, { x: 1e7, y: -1e7 }, { x: 1.25, y: 0 });
  const file = fc.record({
    form: fc.constant('kumiko-graph'),
    format: fc.constantFrom(1, 1, 1, 2),
    labels: types,
    edgeTypes: types,
    nodes: fc.array(fc.record({ id, label: names, position, properties: values })),
    edges: fc.array(
      fc.record({ id: fc.constant(testEdgeId(1)), type: names, source: id, target: id, properties: values }),
    ),
  });
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    file.map((each) => JSON.stringify(each)),
  );
  fc.assert(
    fc.property(text, arbitraryGraph, (given, target) => {
      looksLikeGraphFile(given);
      const piece = readGraphFile(given);
      if (piece.ok) paste(piece.value, target, { x: 1e7, y: 1e7 });
    }),
  );
});

describe('a property that has another type there', () => {
  const person = (properties: Record<string, string | number | boolean>): GraphSnapshot => ({
    labels: [{ name: 'Person', properties: { age: typeof properties['age'] === 'string' ? 'STRING' : 'DOUBLE' } }],
    edgeTypes: [],
    nodes: [{ id: A, label: 'Person', position: HERE, properties }],
    edges: [],
  });
  const target = (age: 'STRING' | 'INT64' | 'DATE') =>
    graphOf({ op: 'create_label', label: 'PERSON', properties: { Age: age } });

  test.each([
    ['STRING', 7.5, '7.5'],
    ['INT64', 7, 7],
    ['INT64', '7', 7],
    ['DATE', '2026-01-31', '2026-01-31'],
  ] as const)('is converted to %s when nothing is lost: %s', (type, given, expected) => {
    const graph = target(type);
    const { nodeIds, misfits } = paste(person({ age: given }), graph);
    expect(misfits).toEqual([]);
    expect(graph.get('node', nodeIds[0] ?? '')).toMatchObject({
      label: 'PERSON',
      properties: new Map([['Age', expected]]),
    });
  });

  test.each([
    ['INT64', 7.5],
    ['INT64', '07'],
    ['DATE', 'yesterday'],
    ['DATE', '2026-02-31'],
  ] as const)('is left out of %s, and named, when something would be: %s', (type, given) => {
    const graph = target(type);
    const { nodeIds, misfits } = paste(person({ age: given }), graph);
    expect(misfits).toEqual([{ of: 'PERSON', property: 'Age', type, values: 1 }]);
    expect(graph.get('node', nodeIds[0] ?? '')?.properties).toEqual(new Map());
  });
});

test('a label that is an edge type there gets another name, the same each time', () => {
  const graph = graphOf({ op: 'create_edge_type', type: 'Person', properties: {} });
  const piece: GraphSnapshot = {
    labels: [{ name: 'person', properties: {} }],
    edgeTypes: [],
    nodes: [{ id: A, label: 'person', position: HERE, properties: {} }],
    edges: [],
  };
  paste(piece, graph);
  paste(piece, graph);
  expect([...graph.entries('label')].map(([, { name }]) => name)).toEqual(['person 2']);
});

test('an edge whose end is missing is left out and counted; what is not declared is made', () => {
  const graph = new Graph();
  const { looseEdges } = paste(
    {
      labels: [],
      edgeTypes: [],
      nodes: [{ id: A, label: 'Person', position: HERE, properties: { age: 3, tall: true, name: 'Ann' } }],
      edges: [{ id: testEdgeId(1), type: 'KNOWS', source: A, target: B, properties: {} }],
    },
    graph,
  );
  expect(looseEdges).toBe(1);
  expect(toSnapshot(graph)).toMatchObject({
    labels: [{ name: 'Person', properties: { age: 'INT64', tall: 'BOOLEAN', name: 'STRING' } }],
    edges: [],
  });
});

test('what is too much is found before it is tried', () => {
  const limits = { ...WIDEST_LIMITS, opsPerPatch: 3, nodes: 3, labels: 1, propertiesPerType: 1, messageBytes: 2_000 };
  const graph = sourceOf(graphOf({ op: 'create_label', label: 'Person', properties: { name: 'STRING' } }));
  const node = (n: number, name = ''): Op => ({
    op: 'create_node',
    nodeId: testNodeId(n),
    label: 'Person',
    position: HERE,
    properties: { name },
  });
  const full = { ...graph, nodes: { size: 2 } };
  expect(tooMuch([node(1), node(2), node(3)], graph, limits)).toBeUndefined();
  expect(tooMuch([node(1), node(2), node(3), node(4)], graph, limits)).toEqual({ of: 'atOnce', limit: 3 });
  expect(tooMuch([node(1), node(2)], full, limits)).toEqual({ of: 'nodes', limit: 3 });
  expect(tooMuch([node(1, 'x'.repeat(2_000))], graph, limits)).toEqual({ of: 'bytes', limit: 2_000 });
  const label = (name: string, property: string): Op => ({
    op: 'create_label',
    label: name,
    properties: { [property]: 'STRING' },
  });
  expect(tooMuch([label('City', 'name')], graph, limits)).toEqual({ of: 'labels', limit: 1 });
  expect(tooMuch([label('person', 'Name')], graph, limits)).toBeUndefined();
  expect(tooMuch([label('person', 'age')], graph, limits)).toEqual({ of: 'properties', limit: 1 });
});
