import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from './apply-patch';
import { canonicalGraph } from './canonical';
import { diffGraphs } from './changes';
import { Graph } from './graph';
import type { Op } from './ops';
import { arbitraryOps, SCHEMA_OPS, testEdgeId, testNodeId } from './ops.arbitrary';
import { fromSnapshot, snapshotSchema, toSnapshot } from './snapshot';

const at = (x: number, y: number) => ({ x, y });
const alice: Op = { op: 'create_node', nodeId: testNodeId(1), label: 'Person', position: at(0, 0), properties: {} };
const bo: Op = { ...alice, nodeId: testNodeId(2) };
const knows: Op = {
  op: 'create_edge',
  edgeId: testEdgeId(1),
  type: 'KNOWS',
  source: testNodeId(1),
  target: testNodeId(2),
  properties: {},
};

function graphOf(...patches: (readonly Op[])[]): Graph {
  const graph = new Graph();
  for (const ops of [SCHEMA_OPS, ...patches])
    expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  return graph;
}

function refusal(graph: Graph, ...ops: Op[]): string {
  const before = canonicalGraph(graph);
  const outcome = applyPatch(graph, ops);
  expect(canonicalGraph(graph)).toBe(before);
  return outcome.status === 'refused' ? `${outcome.code}: ${outcome.reason}` : 'applied';
}

describe('A1: a patch is atomic', () => {
  test('one wrong op undoes the ops before it', () => {
    const wrong: Op = { op: 'set_property', on: 'node', id: testNodeId(1), key: 'size', value: 'big' };
    expect(refusal(graphOf([alice]), bo, { op: 'delete_node', nodeId: testNodeId(2) }, wrong)).toBe(
      'WRONG_TYPE: "size" of Person: It must be a whole number between −9007199254740991 and 9007199254740991.',
    );
  });

  test('property: a refused patch leaves the graph as it was', () => {
    fc.assert(
      fc.property(fc.array(arbitraryOps, { maxLength: 30 }), (patches) => {
        const graph = graphOf();
        for (const ops of patches) {
          const before = canonicalGraph(graph);
          if (applyPatch(graph, ops).status === 'refused') expect(canonicalGraph(graph)).toBe(before);
        }
      }),
    );
  });
});

describe('A2: a moot op is skipped, the rest of its patch counts', () => {
  test('what is gone is skipped with its reason', () => {
    const graph = graphOf([alice]);
    const outcome = applyPatch(graph, [
      { op: 'move_node', nodeId: testNodeId(2), position: at(1, 1) },
      { op: 'set_property', on: 'edge', id: testEdgeId(1), key: 'size', value: 1 },
      knows,
      alice,
      { op: 'move_node', nodeId: testNodeId(1), position: at(7, 8) },
    ]);
    expect(outcome).toMatchObject({
      status: 'applied',
      skipped: [
        { op: 0, reason: 'node_gone' },
        { op: 1, reason: 'edge_gone' },
        { op: 2, reason: 'end_gone' },
        { op: 3, reason: 'exists' },
      ],
    });
    expect(graph.get('node', testNodeId(1))?.position).toEqual(at(7, 8));
  });
});

describe('A3: what does not fit the schema is refused with a code and a sentence', () => {
  test.each<[string, Op]>([
    ['NO_SUCH_LABEL: There is no label "Robot" in this graph.', { ...bo, label: 'Robot' }],
    ['NO_SUCH_EDGE_TYPE: There is no edge type "HATES" in this graph.', { ...knows, type: 'HATES' }],
    ['NO_SUCH_PROPERTY: Person has no property "age".', { ...bo, properties: { age: 1 } }],
    [
      'NAME_TAKEN: "KNOWS" is already an edge type in this graph.',
      { op: 'create_label', label: 'Knows', properties: {} },
    ],
    [
      'WRONG_TYPE: "name" of Person is already a text.',
      { op: 'add_property', on: 'node', of: 'Person', key: 'NAME', type: 'INT64' },
    ],
  ])('%s', (expected, op) => {
    expect(refusal(graphOf([alice]), op)).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['INT64', 1.5],
    ['INT64', 2 ** 53],
    ['INT64', '1'],
    ['DOUBLE', 'x'],
    ['BOOLEAN', 1],
    ['DATE', '2026-02-30'],
    ['DATE', '0000-01-01'],
    ['TIMESTAMP', '2026-01-01T25:00:00.000Z'],
    ['TIMESTAMP', '2026-01-01'],
    ['STRING', false],
  ])('a %s is not %j', (type, value) => {
    const graph = graphOf([alice]);
    const ops = [
      { op: 'add_property', on: 'node', of: 'Person', key: 'it', type },
      { op: 'set_property', on: 'node', id: testNodeId(1), key: 'it', value },
    ] as Op[];
    expect(refusal(graph, ...ops)).toMatch(/^WRONG_TYPE/);
  });
});

describe('A4: names are found whatever their case, and spelled as first written', () => {
  test('label, property and namespace', () => {
    const graph = graphOf([{ ...alice, label: 'PERSON', properties: { NAME: 'Alice' } }]);
    const node = graph.get('node', testNodeId(1));
    expect(node?.label).toBe('Person');
    expect(node?.properties).toEqual(new Map([['name', 'Alice']]));
  });

  test('creating a label that exists adds the properties it lacks and keeps its style', () => {
    const graph = graphOf([
      { op: 'create_label', label: 'Boat', properties: { name: 'STRING' }, style: { color: '#112233' } },
      { op: 'create_label', label: 'boat', properties: { crew: 'INT64' }, style: { color: '#445566' } },
    ]);
    expect(toSnapshot(graph).labels.at(-1)).toEqual({
      name: 'Boat',
      properties: { name: 'STRING', crew: 'INT64' },
      style: { color: '#112233' },
    });
  });
});

describe('G1: no edge without both its ends', () => {
  test('deleting a node deletes its edges, a self-loop too', () => {
    const loop: Op = { ...knows, edgeId: testEdgeId(2), target: testNodeId(1) };
    const graph = graphOf([alice, bo], [knows, loop], [{ op: 'delete_node', nodeId: testNodeId(1) }]);
    expect(graph.count('edge')).toBe(0);
    expect([...graph.edgesAt(testNodeId(2))]).toEqual([]);
  });

  test('property: ends exist, the edge index is exact, and the journal holds all that changed', () => {
    fc.assert(
      fc.property(fc.array(arbitraryOps, { maxLength: 40 }), (patches) => {
        const graph = graphOf();
        for (const ops of patches) {
          const before = fromSnapshot(toSnapshot(graph));
          const outcome = applyPatch(graph, ops);
          const changed = diffGraphs(before, graph);
          const journal = outcome.status === 'applied' ? outcome.journal : [];
          const noted = new Set(journal.map((entry) => `${entry.kind} ${entry.key}`));
          for (const kind of ['label', 'edgeType', 'node', 'edge', 'info'] as const) {
            for (const key of changed[kind].keys()) expect(noted).toContain(`${kind} ${key}`);
          }
        }
        const incident = new Map<string, Set<string>>();
        for (const [id, edge] of graph.entries('edge')) {
          for (const end of [edge.source, edge.target]) {
            expect(graph.get('node', end)).toBeDefined();
            incident.set(end, (incident.get(end) ?? new Set()).add(id));
          }
        }
        for (const [id] of graph.entries('node')) {
          expect(new Set(graph.edgesAt(id))).toEqual(incident.get(id) ?? new Set());
        }
      }),
    );
  });
});

test('S1: property: a graph comes back from its snapshot as it was, and the snapshot passes its own schema', () => {
  fc.assert(
    fc.property(fc.array(arbitraryOps, { maxLength: 30 }), (patches) => {
      const graph = graphOf();
      for (const ops of patches) applyPatch(graph, ops);
      const json: unknown = JSON.parse(JSON.stringify(toSnapshot(graph)));
      expect(canonicalGraph(fromSnapshot(snapshotSchema.parse(json)))).toBe(canonicalGraph(graph));
    }),
  );
});
