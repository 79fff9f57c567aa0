import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from './apply-patch';
import { canonicalGraph } from './canonical';
import { diffGraphs } from './changes';
import { Graph } from './graph';
import { foldName } from './names';
import type { Op } from './ops';
import { arbitraryOps, arbitrarySchemaOp, SCHEMA_OPS, testEdgeId, testNodeId } from './ops.arbitrary';
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

const ofPerson = { on: 'node', of: 'Person' } as const;
const toHuman: Op = { op: 'rename_type', ...ofPerson, to: 'Human' };
const named = (value: string, key = 'name'): Op => ({
  op: 'set_property',
  on: 'node',
  id: testNodeId(1),
  key,
  value,
});
const node = (graph: Graph) => graph.get('node', testNodeId(1));

describe('labels, edge types and properties change', () => {
  test('a new name is everywhere, and the old one is free', () => {
    const graph = graphOf([alice, named('Ann')], [toHuman]);
    expect(node(graph)).toMatchObject({ label: 'Human', properties: new Map([['name', 'Ann']]) });
    expect(graph.get('label', 'person')).toBeUndefined();
    applyPatch(graph, [
      { op: 'create_label', label: 'Person', properties: {} },
      { ...bo, properties: {} },
    ]);
    expect(graph.get('node', testNodeId(2))).toMatchObject({ label: 'Person' });
    expect(node(graph)).toMatchObject({ label: 'Human' });
  });

  test('a name that differs in case alone is a new spelling', () => {
    const graph = graphOf([alice], [{ op: 'rename_type', ...ofPerson, to: 'PERSON' }]);
    expect([graph.get('label', 'person')?.name, node(graph)?.label]).toEqual(['PERSON', 'PERSON']);
  });

  test('a name that is taken is refused', () => {
    expect(refusal(graphOf(), { op: 'rename_type', ...ofPerson, to: 'city' })).toBe(
      'NAME_TAKEN: "city" is already a label in this graph.',
    );
    expect(refusal(graphOf(), { op: 'rename_type', ...ofPerson, to: 'knows' })).toBe(
      'NAME_TAKEN: "KNOWS" is already an edge type in this graph.',
    );
    expect(refusal(graphOf(), { op: 'rename_property', ...ofPerson, key: 'name', to: 'SIZE' })).toBe(
      'NAME_TAKEN: Person has a property "SIZE" already.',
    );
  });

  test('a style changes field by field', () => {
    const graph = graphOf(
      [{ op: 'set_style', ...ofPerson, style: { color: '#112233', icon: 'user', caption: 'name' } }],
      [{ op: 'set_style', ...ofPerson, style: { color: '#445566', icon: null, size: 'large' } }],
    );
    expect(graph.get('label', 'person')?.style).toEqual({ color: '#445566', caption: 'name', size: 'large' });
  });

  test('a renamed property keeps its values, its place and that it is the caption', () => {
    const graph = graphOf(
      [alice, named('Ann'), { op: 'set_style', ...ofPerson, style: { caption: 'name' } }],
      [{ op: 'rename_property', ...ofPerson, key: 'name', to: 'full name' }],
    );
    expect(node(graph)?.properties).toEqual(new Map([['full name', 'Ann']]));
    const label = graph.get('label', 'person');
    expect([...(label?.properties.keys() ?? [])]).toEqual(['full name', 'size']);
    expect(label?.style.caption).toBe('full name');
  });

  test('of another type, values stay that fit', () => {
    const graph = graphOf([alice, bo, named('42'), { ...named('many'), id: testNodeId(2) } as Op]);
    applyPatch(graph, [{ op: 'set_property_type', ...ofPerson, key: 'name', type: 'INT64' }]);
    expect(node(graph)?.properties).toEqual(new Map([['name', 42]]));
    expect(graph.get('node', testNodeId(2))?.properties).toEqual(new Map());
  });

  test('a deleted property takes its values and its being the caption with it', () => {
    const graph = graphOf(
      [alice, named('Ann'), { op: 'set_style', ...ofPerson, style: { caption: 'name' } }],
      [{ op: 'delete_property', ...ofPerson, key: 'name' }],
    );
    expect(node(graph)?.properties).toEqual(new Map());
    expect(graph.get('label', 'person')).toMatchObject({
      style: {},
      properties: new Map([['size', expect.anything()]]),
    });
  });

  test('a deleted label takes its nodes with it, and they their edges', () => {
    const graph = graphOf([alice, bo, knows], [{ op: 'delete_type', ...ofPerson }]);
    expect([graph.count('node'), graph.count('edge'), graph.get('label', 'person')]).toEqual([0, 0, undefined]);
  });

  test('a node gets another label with the properties that it has too', () => {
    const graph = graphOf(
      [{ op: 'create_label', label: 'City', properties: { size: 'STRING' } }],
      [{ ...alice, properties: { name: 'Ann', size: 3 } } as Op],
      [{ op: 'set_label', nodeId: testNodeId(1), label: 'city' }],
    );
    expect(node(graph)).toMatchObject({
      label: 'City',
      properties: new Map([
        ['name', 'Ann'],
        ['size', '3'],
      ]),
    });
  });

  test('an edge gets other ends, another type, and goes with the node it is at then', () => {
    const graph = graphOf(
      [alice, bo, { ...alice, nodeId: testNodeId(3) } as Op, knows],
      [{ op: 'set_ends', edgeId: testEdgeId(1), source: testNodeId(3), target: testNodeId(2) }],
      [{ op: 'set_edge_type', edgeId: testEdgeId(1), type: 'LIVES IN' }],
      [{ op: 'delete_node', nodeId: testNodeId(1) }],
    );
    expect(graph.get('edge', testEdgeId(1))).toMatchObject({ type: 'LIVES IN', source: testNodeId(3) });
    applyPatch(graph, [{ op: 'delete_node', nodeId: testNodeId(3) }]);
    expect(graph.count('edge')).toBe(0);
  });

  test('a lock is there or not', () => {
    const graph = graphOf([alice], [{ op: 'set_locked', nodeId: testNodeId(1), locked: true }]);
    expect(node(graph)?.locked).toBe(true);
    applyPatch(graph, [{ op: 'set_locked', nodeId: testNodeId(1), locked: false }]);
    expect(Object.keys(node(graph) ?? {})).not.toContain('locked');
  });
});

describe('A9: what was under way to a name that changed finds its way', () => {
  test('to a renamed label and property, by whatever names they went before', () => {
    const graph = graphOf(
      [alice, toHuman, { op: 'rename_type', on: 'node', of: 'Human', to: 'Folk' }],
      [{ op: 'rename_property', on: 'node', of: 'person', key: 'name', to: 'called' }],
    );
    expect(applyPatch(graph, [{ ...bo, properties: { name: 'Bo' } } as Op, named('Ann')])).toMatchObject({
      skipped: [],
    });
    expect(graph.get('node', testNodeId(2))).toMatchObject({ label: 'Folk', properties: new Map([['called', 'Bo']]) });
    expect(node(graph)?.properties).toEqual(new Map([['called', 'Ann']]));
  });

  test('to what was deleted it is moot, or made without it', () => {
    const graph = graphOf([alice], [{ op: 'delete_property', ...ofPerson, key: 'name' }]);
    expect(applyPatch(graph, [named('Ann'), { ...bo, properties: { name: 'Bo', size: 1 } } as Op])).toMatchObject({
      skipped: [{ op: 0, reason: 'property_gone' }],
    });
    expect(graph.get('node', testNodeId(2))?.properties).toEqual(new Map([['size', 1]]));
    applyPatch(graph, [{ op: 'delete_type', ...ofPerson }]);
    expect(applyPatch(graph, [{ ...bo, nodeId: testNodeId(4) } as Op])).toMatchObject({
      skipped: [{ op: 0, reason: 'type_gone' }],
    });
  });

  test('a value of the type a property had becomes one of the type it has, or is moot', () => {
    const graph = graphOf([alice], [{ op: 'set_property_type', ...ofPerson, key: 'name', type: 'INT64' }]);
    expect(applyPatch(graph, [named('7'), named('seven')])).toMatchObject({
      skipped: [{ op: 1, reason: 'does_not_fit' }],
    });
    expect(node(graph)?.properties.get('name')).toBe(7);
    expect(refusal(graph, { ...named(''), value: true } as Op)).toMatch('WRONG_TYPE');
  });

  test('a name that is used again means what it means now', () => {
    const graph = graphOf(
      [alice, { op: 'rename_property', ...ofPerson, key: 'name', to: 'called' }],
      [{ op: 'add_property', ...ofPerson, key: 'name', type: 'STRING' }, named('new'), named('old', 'called')],
    );
    expect(node(graph)?.properties).toEqual(
      new Map([
        ['name', 'new'],
        ['called', 'old'],
      ]),
    );
  });

  test('property: an element made or edited meanwhile ends as it would, had it come before', () => {
    const isOfElement = (op: Op) =>
      ['create_node', 'create_edge', 'set_property', 'remove_property', 'move_node', 'delete_node'].includes(op.op);
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(arbitraryOps, { maxLength: 20 }),
        // What goes only when nothing has it goes or stays by what came before.
        arbitrarySchemaOp.filter((op) => !('unused' in op)),
        arbitraryOps.filter((ops) => ops.every(isOfElement)),
        (patches, change, edit) => {
          const [before, after] = [graphOf(), graphOf()];
          for (const ops of patches) for (const graph of [before, after]) applyPatch(graph, ops);
          // A name that is used again means what it means now.
          const to = 'to' in change ? `.${foldName(change.to)}` : undefined;
          if (to !== undefined && [...before.entries('former')].some(([key]) => key.endsWith(to))) return;
          // No client of ours uses an id again (SPEC.md, G2).
          const made = edit.flatMap((op) =>
            op.op === 'create_node' ? op.nodeId : op.op === 'create_edge' ? op.edgeId : [],
          );
          const isThere = (id: string) => before.get('node', id) !== undefined || before.get('edge', id) !== undefined;
          if (made.some(isThere) || new Set(made).size < made.length) return;
          const edited = applyPatch(before, edit);
          if (edited.status === 'refused' || applyPatch(before, [change]).status === 'refused') return;
          applyPatch(after, [change]);
          const late = applyPatch(after, edit);
          // Where a value does not fit any more, what was there stays.
          if (late.status === 'applied' && late.skipped.some(({ reason }) => reason === 'does_not_fit')) return;
          expect(canonicalGraph(after)).toBe(canonicalGraph(before));
          compared += 1;
        },
      ),
      { numRuns: 1_000 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
