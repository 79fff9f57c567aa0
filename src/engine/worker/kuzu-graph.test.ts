import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NetChanges, NO_CHANGES } from '../../shared/graph/changes';
import type { ElementType } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { toSnapshot } from '../../shared/graph/snapshot';
import { withRemadeEdges } from '../remade-edges';
import { type Ask, EditedGraph, expectSame, type Step, stepArbitrary } from '../testing/model';
import { KuzuGraph } from '../testing/node-kuzu';

function asking(database: InstanceType<typeof KuzuGraph>): Ask {
  return async (cypher, parameters = {}) => {
    const outcome = await database.query(cypher, parameters);
    if (outcome.status === 'refused') throw new Error(`${outcome.reason} (${cypher})`);
    return outcome.rows;
  };
}

describe('E1, E2: a graph in the database', () => {
  it('equals the plain graph after any load and any batches', async () => {
    const batches = fc.array(fc.array(stepArbitrary, { minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(batches, fc.boolean(), async ([first = [], ...rest]: Step[][], byCopy) => {
        const model = new EditedGraph();
        const database = new KuzuGraph(byCopy ? { copyFrom: 0 } : {});
        for (const step of first) model.take(step);
        model.takeChanges();
        await database.load(toSnapshot(model.graph));
        await expectSame(model.graph, model.gone, asking(database));
        for (const batch of rest) {
          for (const step of batch) model.take(step);
          const changes = withRemadeEdges(model.takeChanges(), model.graph);
          expect((await database.apply(changes)).status).toBe('applied');
          await expectSame(model.graph, model.gone, asking(database));
        }
      }),
      { numRuns: Number(process.env['ENGINE_RUNS'] ?? 4), endOnFailure: true },
    );
  });

  it('equals the plain graph after batches of many alike changes', async () => {
    const model = new EditedGraph();
    const database = new KuzuGraph();
    model.submit({ op: 'create_label', label: 'Person', properties: { name: 'STRING', score: 'DOUBLE' } });
    model.submit({ op: 'create_edge_type', type: 'KNOWS', properties: { since: 'DATE', weight: 'DOUBLE' } });
    await database.load(toSnapshot(model.graph));
    model.takeChanges();
    const applyAndCompare = async () => {
      expect((await database.apply(model.takeChanges())).status).toBe('applied');
      await expectSame(model.graph, model.gone, asking(database));
    };

    // Whole and decimal numbers, set and unset ones, with the first of each kind first.
    const score = (i: number): Record<string, number> => (i % 3 === 0 ? {} : { score: i % 3 === 1 ? i : i + 0.5 });
    const nodes = Array.from({ length: 60 }, () => model.id('n'));
    const edges = Array.from({ length: 60 }, () => model.id('e'));
    nodes.forEach((nodeId, i) => {
      model.submit({ op: 'create_node', nodeId, label: 'Person', position: { x: i, y: i / 2 }, properties: score(i) });
    });
    edges.forEach((edgeId, i) => {
      const [source = '', target = ''] = [nodes[i % 7], nodes[i]];
      const properties: Record<string, number> = i % 2 === 0 ? {} : { weight: i / 2 };
      model.submit({ op: 'create_edge', edgeId, type: 'KNOWS', source, target, properties });
    });
    await applyAndCompare();

    nodes.slice(0, 30).forEach((nodeId, i) => {
      model.submit({ op: 'move_node', nodeId, position: { x: i / 3, y: 1 - i } });
      model.submit({ op: 'set_property', on: 'node', id: nodeId, key: 'score', value: i % 2 === 0 ? i : i / 4 });
    });
    edges.slice(0, 30).forEach((id, i) => {
      model.submit({ op: 'set_property', on: 'edge', id, key: 'since', value: '2026-01-31' });
      model.submit({ op: 'set_property', on: 'edge', id, key: 'weight', value: i % 2 === 0 ? i : i / 4 });
    });
    await applyAndCompare();

    nodes.slice(0, 20).forEach((id) => void model.submit({ op: 'remove_property', on: 'node', id, key: 'score' }));
    edges.slice(0, 20).forEach((id) => void model.submit({ op: 'remove_property', on: 'edge', id, key: 'since' }));
    edges.slice(20, 40).forEach((edgeId) => void model.submit({ op: 'delete_edge', edgeId }));
    nodes.slice(2, 12).forEach((nodeId) => {
      model.gone.add(nodeId);
      model.submit({ op: 'delete_node', nodeId });
    });
    await applyAndCompare();
  });

  it('keeps apart all names that the editor keeps apart', async () => {
    const names = [
      'ß',
      'ss',
      'ẞ s',
      'İ',
      'i',
      'ı',
      'ΑΣ',
      'ασ',
      'ſ',
      's',
      'É',
      'E',
      'ǆ',
      'dž',
      'ﬁ',
      'fi',
      'a b',
      'a_b',
      'ab',
    ];
    const folded = new Set(names.map(foldName));
    expect(folded.size).toBe(names.length);
    const model = new EditedGraph();
    const database = new KuzuGraph();
    await database.load(toSnapshot(model.graph));
    const properties = Object.fromEntries(names.map((name) => [name, 'STRING' as const]));
    for (const label of names) model.submit({ op: 'create_label', label, properties });
    for (const label of names) {
      const values = Object.fromEntries(names.map((name) => [name, `${name} of ${label}`]));
      model.submit({ op: 'create_node', nodeId: model.id('n'), label, position: { x: 0, y: 0 }, properties: values });
    }
    expect((await database.apply(model.takeChanges())).status).toBe('applied');
    await expectSame(model.graph, [], asking(database));
  });

  it('asks for a new database rather than lose a label, an edge type, a property or its type', async () => {
    const text = new Map([['p', { name: 'p', type: 'STRING' as const }]]);
    const number = new Map([['p', { name: 'p', type: 'INT64' as const }]]);
    const type = (name: string, properties: ElementType['properties']): ElementType => ({
      name,
      properties,
      style: {},
    });
    const database = new KuzuGraph();
    await database.load({
      labels: [{ name: 'A', properties: { p: 'STRING' } }],
      edgeTypes: [{ name: 'B', properties: {} }],
      nodes: [],
      edges: [],
    });
    const label = (after: ElementType | undefined): NetChanges => ({
      ...NO_CHANGES,
      label: new Map([['a', { before: type('A', text), after }]]),
    });
    const edgeType: NetChanges['edgeType'] = new Map([['b', { before: type('B', new Map()), after: undefined }]]);
    for (const changes of [
      label(undefined),
      label(type('A', new Map())),
      label(type('A', number)),
      label(type('a', text)),
    ]) {
      expect(await database.apply(changes)).toMatchObject({ status: 'rebuild' });
    }
    expect(await database.apply({ ...NO_CHANGES, edgeType })).toMatchObject({ status: 'rebuild' });
    expect(await database.apply(label({ ...type('A', text), style: { color: '#aabbcc' } }))).toMatchObject({
      status: 'applied',
    });
  });
});
