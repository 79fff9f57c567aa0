/** What the panel says of the schema against the real engine, and against counting everything by hand. */
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createKuzuEngine } from '../../engine/kuzu-engine';
import { withRemadeEdges } from '../../engine/remade-edges';
import { EditedGraph, stepArbitrary } from '../../engine/testing/model';
import { spawnHere } from '../../engine/testing/node-workers';
import { type Clock, realClock } from '../../shared/clock';
import { Graph, type GraphView } from '../../shared/graph/graph';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { toSnapshot } from '../../shared/graph/snapshot';
import { FactsFeed } from './facts-feed';
import type { TypeFacts } from './schema-facts';

let graph: GraphView = new Graph();
const engine = createKuzuEngine({
  spawn: () => spawnHere(),
  currentGraph: () => toSnapshot(graph),
  onRebuild: () => {},
});
afterAll(() => engine.dispose());

/** Rests no longer than a turn. */
const clock: Clock = {
  ...realClock,
  after: (_, callback) => {
    const timer = setImmediate(callback);
    return () => clearImmediate(timer);
  },
};

let edited: EditedGraph;
let asked: string[];
let failing: number;
let feed: FactsFeed;
beforeEach(async () => {
  edited = new EditedGraph();
  graph = edited.graph;
  asked = [];
  failing = 0;
  await engine.load(toSnapshot(graph));
});

function open(): FactsFeed {
  const query: typeof engine.query = (cypher, parameters) => {
    asked.push(cypher);
    failing -= 1;
    return failing < 0 ? engine.query(cypher, parameters) : Promise.reject(new Error('made to fail'));
  };
  const schema = () => ({
    labels: new Map(edited.graph.entries('label')),
    edgeTypes: new Map(edited.graph.entries('edgeType')),
  });
  feed = new FactsFeed({ engine: { query }, schema, clock });
  return feed;
}

/** Tells everyone of what changed, in the order the page does. */
function flush(): void {
  const changes = withRemadeEdges(edited.takeChanges(), edited.graph);
  void engine.apply(changes);
  feed.changed(changes);
}

/** What is so, found by looking at every node and edge. */
function counted(): Map<string, TypeFacts> {
  const facts = new Map<string, TypeFacts>();
  const labelOf = (id: string) => edited.graph.get('node', id)?.label ?? '';
  const nodes = Array.from(edited.graph.entries('node'), ([, node]) => node);
  const edges = Array.from(edited.graph.entries('edge'), ([, edge]) => edge);
  for (const [, type] of edited.graph.entries('label')) {
    facts.set(
      foldName(type.name),
      count(
        type.properties,
        nodes.filter(({ label }) => label === type.name),
      ),
    );
  }
  for (const [, type] of edited.graph.entries('edgeType')) {
    const own = edges.filter((edge) => edge.type === type.name);
    const ends = new Map<string, number>();
    for (const { source, target } of own) {
      const key = `${labelOf(source)}/${labelOf(target)}`;
      ends.set(key, (ends.get(key) ?? 0) + 1);
    }
    const pairs = Array.from(ends, ([key, number]) => {
      const [source = '', target = ''] = key.split('/');
      return { source, target, count: number };
    });
    facts.set(foldName(type.name), { ...count(type.properties, own), pairs });
  }
  return facts;
}

function count(
  properties: ReadonlyMap<string, { readonly name: string }>,
  own: readonly { readonly properties: ReadonlyMap<string, unknown> }[],
): TypeFacts {
  const filled = Array.from(properties.values(), ({ name }): [string, number] => [
    name,
    own.filter((element) => element.properties.has(name)).length,
  ]);
  return { count: own.length, filled: new Map(filled), pairs: [] };
}

/** Pairs that are as frequent have an order of their own. */
function plain(facts: ReadonlyMap<string, TypeFacts>) {
  return Array.from(facts, ([name, { pairs, ...rest }]) => ({
    name,
    ...rest,
    pairs: pairs.map(({ source, target, count }) => `${source}/${target}/${count}`).sort(),
  })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function expectTrue(): Promise<void> {
  await feed.idle();
  const { types, failed } = feed.state.getState();
  expect(failed).toBe(false);
  expect(plain(types)).toEqual(plain(counted()));
}

test('property: after random batches, waited for or not, counts, pairs and fill are those of the graph', async () => {
  const batch = fc.record({
    steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 12 }),
    wait: fc.constantFrom('not', 'a turn', 'until idle'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 3, maxLength: 15 }), async (batches) => {
      edited = new EditedGraph();
      graph = edited.graph;
      await engine.load(toSnapshot(graph));
      open();
      for (const { steps, wait } of batches) {
        for (const step of steps) edited.take(step);
        flush();
        if (wait === 'a turn') await engine.query('RETURN 1 AS one');
        if (wait === 'until idle') await expectTrue();
      }
      await expectTrue();
      feed.close();
    }),
    { numRuns: 6 },
  );
});

const [ANN, BO, PARIS] = [testNodeId(1), testNodeId(2), testNodeId(3)];
const node = (nodeId: string, label: string, properties: Record<string, string> = {}): Op => ({
  op: 'create_node',
  nodeId,
  label,
  position: { x: 0, y: 0 },
  properties,
});
const FAMILY: readonly Op[] = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', motto: 'STRING' } },
  { op: 'create_label', label: 'City', properties: { name: 'STRING' } },
  { op: 'create_edge_type', type: 'LIKES', properties: { why: 'STRING' } },
  node(ANN, 'Person', { name: 'Ann' }),
  node(BO, 'Person'),
  node(PARIS, 'City', { name: 'Paris' }),
  { op: 'create_edge', edgeId: testEdgeId(1), type: 'LIKES', source: ANN, target: BO, properties: { why: 'so' } },
  { op: 'create_edge', edgeId: testEdgeId(2), type: 'LIKES', source: ANN, target: PARIS, properties: {} },
  { op: 'create_edge', edgeId: testEdgeId(3), type: 'LIKES', source: BO, target: PARIS, properties: {} },
];

describe('with a family', () => {
  const change = (...ops: Op[]) => {
    edited.submit(...ops);
    flush();
  };
  const questions = () => asked.splice(0).map((cypher) => /`([^`]*)`/u.exec(cypher)?.[1] ?? '');
  beforeEach(async () => {
    edited.submit(...FAMILY);
    await engine.apply(edited.takeChanges());
    open();
    await feed.idle();
  });

  test('everything is asked for once, in one question a type', () => {
    expect(questions()).toEqual(['Person', 'City', 'LIKES']);
    expect(feed.state.getState().types.get('person')).toEqual({
      count: 2,
      filled: new Map([
        ['name', 1],
        ['motto', 0],
      ]),
      pairs: [],
    });
    expect(feed.state.getState().types.get('likes')).toEqual({
      count: 3,
      filled: new Map([['why', 1]]),
      pairs: [
        { source: 'Person', target: 'City', count: 2 },
        { source: 'Person', target: 'Person', count: 1 },
      ],
    });
  });

  test.each<[string, Op[], string[]]>([
    ['a move', [{ op: 'move_node', nodeId: ANN, position: { x: 5, y: 5 } }], []],
    ['another value', [{ op: 'set_property', on: 'node', id: ANN, key: 'name', value: 'Anna' }], []],
    ['a title', [{ op: 'set_title', title: 'Family' }], []],
    ['a first value', [{ op: 'set_property', on: 'node', id: BO, key: 'name', value: 'Bo' }], ['Person']],
    ['a value taken away', [{ op: 'remove_property', on: 'edge', id: testEdgeId(1), key: 'why' }], ['LIKES']],
    ['a new property', [{ op: 'create_label', label: 'City', properties: { size: 'INT64' } }], ['City']],
    ['a new node', [node(testNodeId(4), 'City')], ['City']],
    ['a node deleted with its edges', [{ op: 'delete_node', nodeId: PARIS }], ['City', 'LIKES']],
    ['another label', [{ op: 'set_label', nodeId: ANN, label: 'City' }], ['Person', 'City', 'LIKES']],
    ['other ends', [{ op: 'set_ends', edgeId: testEdgeId(1), source: PARIS, target: BO }], ['LIKES']],
  ])('%s asks again about what it touched, and nothing else', async (_, ops, about) => {
    questions();
    change(...ops);
    await expectTrue();
    expect(questions()).toEqual(about);
  });

  test('a renamed label is counted under its new name, and the old one is forgotten', async () => {
    change({ op: 'rename_type', on: 'node', of: 'Person', to: 'Human' });
    await expectTrue();
    expect([...feed.state.getState().types.keys()].sort()).toEqual(['city', 'human', 'likes']);
    expect(feed.state.getState().types.get('likes')?.pairs[0]).toEqual({ source: 'Human', target: 'City', count: 2 });
  });

  test('changes that come while a question is under way are taken together', async () => {
    questions();
    for (let i = 4; i < 9; i += 1) change(node(testNodeId(i), 'City'));
    await expectTrue();
    expect(questions()).toEqual(['City', 'City']);
  });

  test('a database that was filled anew is asked about everything', async () => {
    questions();
    feed.changed(undefined);
    await expectTrue();
    expect(questions()).toEqual(['Person', 'City', 'LIKES']);
  });

  test('a question that fails is asked again about everything; twice, it is said, until the next change', async () => {
    questions();
    failing = 1;
    change(node(testNodeId(4), 'City'));
    await expectTrue();
    expect(questions()).toEqual(['City', 'Person', 'City', 'LIKES']);
    failing = 10;
    change(node(testNodeId(5), 'City'));
    await feed.idle();
    expect(feed.state.getState().failed).toBe(true);
    failing = 0;
    change(node(testNodeId(6), 'Person'));
    await expectTrue();
  });

  test('nothing is asked once it is closed', async () => {
    questions();
    feed.close();
    change(node(testNodeId(4), 'City'));
    await feed.idle();
    expect(questions()).toEqual([]);
  });
});
