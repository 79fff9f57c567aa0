/** Views over a graph that is edited at random, in the real database: what they say is what a fresh question would. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GraphEngine, QueryParameters } from '../engine/graph-engine';
import { QueryError, QueryTimeoutError } from '../engine/graph-engine';
import { unpacked } from '../engine/packed-answer';
import { withRemadeEdges } from '../engine/remade-edges';
import { EditedGraph, stepArbitrary } from '../engine/testing/model';
import { KuzuGraph } from '../engine/testing/node-kuzu';
import { must } from '../shared/assert';
import { realClock } from '../shared/clock';
import type { NetChanges } from '../shared/graph/changes';
import type { Op } from '../shared/graph/ops';
import { testNodeId, testViewId } from '../shared/graph/ops.arbitrary';
import type { SavedView } from '../shared/graph/saved-views';
import { toSnapshot } from '../shared/graph/snapshot';
import { LiveViews } from './live-views';
import type { ViewAnswer } from './view-answer';

/** Not the wall's: a round comes as soon as it may. */
function swiftClock() {
  let now = 0;
  return {
    ...realClock,
    now: () => now,
    after: (milliseconds: number, callback: () => void) => {
      const timer = setImmediate(() => {
        now += milliseconds;
        callback();
      });
      return () => clearImmediate(timer);
    },
  };
}

/** A graph, the database that shows it, and views of it. */
class Bench {
  readonly edited = new EditedGraph();
  readonly kuzu = new KuzuGraph();
  readonly answers = new Map<string, ViewAnswer>();
  /** Questions that were asked, but for plans. */
  asked: string[] = [];
  readonly live = new LiveViews({
    engine: { ask: (cypher, parameters) => this.ask(cypher, parameters) },
    clock: swiftClock(),
    types: () =>
      [...this.edited.graph.entries('label'), ...this.edited.graph.entries('edgeType')].map(([, { name }]) => name),
    onAnswer: (id, answer) => this.answers.set(id, answer),
  });

  async open(...ops: Op[]): Promise<this> {
    await this.kuzu.ready();
    if (ops.length > 0) this.edited.submit(...ops);
    this.edited.takeChanges();
    await this.load();
    return this;
  }

  async load(): Promise<void> {
    await this.kuzu.load(toSnapshot(this.edited.graph));
    this.live.given(undefined);
  }

  /** As the engine would be given what changed. */
  async give(): Promise<NetChanges> {
    const changes = withRemadeEdges(this.edited.takeChanges(), this.edited.graph);
    const outcome = await this.kuzu.apply(changes);
    if (outcome.status === 'applied') this.live.given(changes);
    else await this.load();
    return changes;
  }

  async edit(...ops: Op[]): Promise<void> {
    this.edited.submit(...ops);
    await this.give();
    await this.live.idle();
  }

  ask: (cypher: string, parameters: QueryParameters) => ReturnType<GraphEngine['ask']> = async (cypher, parameters) => {
    if (!cypher.startsWith('EXPLAIN')) this.asked.push(cypher);
    const outcome = await this.kuzu.ask(cypher, parameters, { rows: 10_000, stopMs: 60_000 });
    if (outcome.status === 'answer') return unpacked(outcome.answer);
    if (outcome.status === 'refused') throw new QueryError(outcome.reason);
    throw new QueryTimeoutError(outcome.status);
  };
}

let views = 0;
const view = (query: string, shows: SavedView['shows'] = 'table', parameters?: SavedView['parameters']): SavedView => ({
  id: testViewId(++views),
  name: query,
  query,
  shows,
  ...(parameters && { parameters }),
});

const PERSON = 'Person';
const START: Op[] = [
  { op: 'create_label', label: PERSON, properties: { name: 'STRING', age: 'INT64' } },
  { op: 'create_label', label: 'City', properties: { name: 'STRING' } },
  { op: 'create_edge_type', type: 'KNOWS', properties: { since: 'INT64' } },
  { op: 'create_edge_type', type: 'LIVES IN', properties: {} },
];
const person = (n: number, properties: Record<string, string | number> = {}): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: PERSON,
  position: { x: n, y: 0 },
  properties,
});
const city = (n: number, name: string): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label: 'City',
  position: { x: n, y: 0 },
  properties: { name },
});
const named = (n: number, name: string): Op => ({
  op: 'set_property',
  on: 'node',
  id: testNodeId(n),
  key: 'name',
  value: name,
});
const knows = (n: number, source: number, target: number, type = 'KNOWS'): Op => ({
  op: 'create_edge',
  edgeId: `e_00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type,
  source: testNodeId(source),
  target: testNodeId(target),
  properties: {},
});

describe('a view is asked again', () => {
  const cases: readonly [string, string, Op[], Op[]][] = [
    ['a name that it returns', 'MATCH (n:Person) RETURN n.name', [named(1, 'Ann')], [named(3, 'Ulm')]],
    [
      'a name that it returns by another',
      'MATCH (n:Person) RETURN n.age, n.name AS x, count(*) AS y',
      [named(1, 'Ann')],
      [named(3, 'Ulm')],
    ],
    [
      'a name that it returns by an odd one',
      'MATCH (n:Person) RETURN n.age, n.name AS `f(x).y`',
      [named(1, 'Ann')],
      [named(3, 'Ulm')],
    ],
    [
      'a name that it passes on',
      "MATCH (n:Person) WITH n.name AS x WHERE x > 'A' RETURN count(*)",
      [named(1, 'Ann')],
      [named(3, 'Ulm')],
    ],
    [
      'a name it asks about, with a count that is called something',
      'MATCH (n:Person) WHERE n.age > 3 RETURN count(*) AS many',
      [{ op: 'set_property', on: 'node', id: testNodeId(1), key: 'age', value: 4 }],
      [named(1, 'Ann')],
    ],
    [
      'a property it asks about',
      'MATCH (n:Person) WHERE n.age > 3 RETURN count(*)',
      [{ op: 'set_property', on: 'node', id: testNodeId(1), key: 'age', value: 4 }],
      [named(1, 'Ann')],
    ],
    ['a new node of its label', 'MATCH (n:City) RETURN count(*)', [city(9, 'Bonn')], [person(8), knows(9, 1, 2)]],
    ['a new node of any label', 'MATCH (n) RETURN count(*)', [city(9, 'Bonn')], [named(1, 'Ann'), knows(9, 1, 2)]],
    [
      'an edge of its type',
      'MATCH (a:Person)-[:KNOWS]->(b) RETURN a.name, b.name',
      [knows(9, 1, 3)],
      [knows(8, 1, 3, 'LIVES IN')],
    ],
    [
      'what is not there',
      'MATCH (a:Person) WHERE NOT EXISTS { MATCH (a)-[:KNOWS]->() } RETURN a.name',
      [knows(9, 2, 1)],
      [knows(8, 1, 3, 'LIVES IN')],
    ],
    [
      'places',
      'MATCH (n:City) RETURN n._x',
      [{ op: 'move_node', nodeId: testNodeId(3), position: { x: 50, y: 0 } }],
      [{ op: 'move_node', nodeId: testNodeId(3), position: { x: 3, y: 50 } }],
    ],
  ];
  test.each(cases)('for %s, and not for what it does not read', async (_what, query, touching, leaving) => {
    const bench = await new Bench().open(...START, person(1), person(2), city(3, 'Ulm'), knows(1, 1, 2));
    const one = view(query);
    bench.live.watch([one]);
    await bench.live.idle();
    bench.asked = [];
    await bench.edit(...leaving);
    expect(bench.asked).toEqual([]);
    await bench.edit(...touching);
    expect(bench.asked).toEqual([query]);
    const fresh = await bench.ask(query, {});
    expect(bench.answers.get(one.id)).toMatchObject({ status: 'answered', answer: { rows: fresh.rows } });
  });

  test('a filter knows which nodes and edges, without what they have', async () => {
    const bench = await new Bench().open(...START, person(1), person(2), city(3, 'Ulm'), knows(1, 1, 2));
    const filter = view('MATCH (a:Person)-[e:KNOWS]->(b) RETURN a, e, b', 'filter');
    const path = view('MATCH p = (a:Person)-[:KNOWS*1..2]->(b) RETURN p', 'filter');
    bench.live.watch([filter, path]);
    await bench.live.idle();
    const elements = {
      nodes: new Set([testNodeId(1), testNodeId(2)]),
      edges: new Set(['e_00000000-0000-4000-8000-000000000001']),
    };
    expect(bench.answers.get(filter.id)).toMatchObject({ elements });
    expect(bench.answers.get(path.id)).toMatchObject({ elements });
    bench.asked = [];
    await bench.edit({ op: 'move_node', nodeId: testNodeId(1), position: { x: 7, y: 7 } }, named(1, 'Ann'));
    expect(bench.asked.filter((each) => each.includes('a.id'))).toEqual([]);
    await bench.edit(knows(2, 2, 3));
    expect(bench.answers.get(filter.id)).toMatchObject({ elements: { nodes: new Set([1, 2, 3].map(testNodeId)) } });
  });

  test('for several changes at once it is asked once', async () => {
    const bench = await new Bench().open(...START, person(1), person(2));
    const one = view('MATCH (n:Person) RETURN n.name');
    bench.live.watch([one]);
    await bench.live.idle();
    bench.asked = [];
    for (let n = 0; n < 5; n++) {
      bench.edited.submit(named(1, `Ann ${n}`));
      await bench.give();
    }
    await bench.live.idle();
    expect(bench.asked.length).toBeLessThan(5);
    expect(must(bench.answers.get(one.id), 'the answer')).toMatchObject({ answer: { rows: [['Ann 4'], [null]] } });
  });
});

test('a view that is wrong says why, and is right again once what it names is there', async () => {
  const bench = await new Bench().open(...START);
  const one = view('MATCH (n:Country) RETURN count(*)', 'number');
  bench.live.watch([one]);
  await bench.live.idle();
  expect(bench.answers.get(one.id)).toMatchObject({ status: 'failed', reason: expect.stringContaining('Country') });
  await bench.edit({ op: 'create_label', label: 'Country', properties: {} });
  expect(bench.answers.get(one.id)).toMatchObject({ status: 'answered', answer: { rows: [[0]] } });
});

test('a view that writes is refused, and one that is not watched any more is not asked', async () => {
  const bench = await new Bench().open(...START, person(1));
  const [writing, reading] = [
    view("MATCH (n:Person) SET n.name = 'x' RETURN n"),
    view('MATCH (n:Person) RETURN n.name'),
  ];
  bench.live.watch([writing, reading]);
  await bench.live.idle();
  expect(bench.answers.get(writing.id)?.status).toBe('failed');
  bench.live.watch([writing]);
  bench.asked = [];
  await bench.edit(named(1, 'Ann'));
  expect(bench.asked).not.toContain(reading.query);
  expect((await bench.ask('MATCH (n:Person) RETURN n.name', {})).rows).toEqual([['Ann']]);
});

test('a view that is too slow is not asked again by itself', async () => {
  const bench = await new Bench().open(...START, person(1));
  const asks = bench.ask;
  bench.ask = async (cypher, parameters) => {
    const answer = await asks(cypher, parameters);
    if (cypher.startsWith('MATCH')) throw new QueryTimeoutError('slow');
    return answer;
  };
  const one = view('MATCH (n:Person) RETURN n.name');
  bench.live.watch([one]);
  await bench.live.idle();
  expect(bench.answers.get(one.id)).toEqual({ status: 'tooSlow' });
  bench.asked = [];
  await bench.edit(named(1, 'Ann'));
  expect(bench.asked).toEqual([]);
});

const QUERIES: readonly SavedView[] = [
  view('MATCH (n) RETURN count(*)', 'number'),
  view('MATCH (n) RETURN n', 'filter'),
  view('MATCH (a)-[e]->(b) RETURN a, e, b', 'filter'),
  view('MATCH (n) RETURN label(n), count(*), min(n._x) ORDER BY label(n)'),
  view('MATCH (a)-[e]->(b) RETURN label(a), label(e), label(b), count(*)'),
  view('MATCH (n) WHERE NOT EXISTS { MATCH (n)-[]-() } RETURN n.id'),
  view('MATCH (n) OPTIONAL MATCH (n)-[e]->(m) RETURN n.id, count(m)'),
  view('MATCH p = (a)-[*1..2]->(b) RETURN p', 'filter'),
  view('MATCH (n) WHERE n.id = $id RETURN n._x', 'table', [
    { name: 'id', value: 'n_00000000-0000-4000-8000-000000000001' },
  ]),
  view('MATCH (n) WHERE n._y > 0 RETURN n.id UNION MATCH (n) WHERE n._x > 0 RETURN n.id'),
  view('MATCH (n) RETURN n.id ORDER BY n._x DESC, n.id LIMIT 3'),
  view('MATCH (n:Person) RETURN n', 'filter'),
  view('MATCH (n:`Person`) RETURN n.* '),
  view('MATCH (n:Person) RETURN n.id, n.name AS a, n.age AS `b.c` ORDER BY a'),
  view('MATCH (n) WITH n._x AS name, n.id AS i WHERE name > 0 RETURN i AS j, name'),
  view('MATCH (a)-[e]->(b) RETURN a._x AS x, count(*) AS n, b._y AS y'),
];

test('property: whatever is edited, views say what a fresh question would', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(stepArbitrary, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      async (batches) => {
        const bench = await new Bench().open();
        bench.live.watch(QUERIES);
        for (const batch of batches) {
          for (const step of batch) bench.edited.take(step);
          await bench.give();
          await bench.live.idle();
          for (const each of QUERIES) {
            const parameters = Object.fromEntries((each.parameters ?? []).map(({ name, value }) => [name, value]));
            const fresh = await bench.ask(each.query, parameters).then(sorted, (error: Error) => error.message);
            const known = must(bench.answers.get(each.id), 'the answer');
            if (known.status === 'failed') expect([each.query, known.reason]).toEqual([each.query, fresh]);
            else if (known.status !== 'answered') expect.fail(`${each.query} is ${known.status}`);
            else if (known.elements === undefined)
              expect([each.query, sorted(known.answer)]).toEqual([each.query, fresh]);
            else
              expect([each.query, [...known.elements.nodes].sort(), [...known.elements.edges].sort()]).toEqual([
                each.query,
                ...idsIn(fresh),
              ]);
          }
        }
      },
    ),
    { numRuns: 25 },
  );
});

const sorted = ({ rows }: { readonly rows: readonly unknown[] }) => rows.map((row) => JSON.stringify(row)).sort();

/** Found by looking for ids in the text: simple, and not how the views do it. */
function idsIn(fresh: readonly string[] | string): [string[], string[]] {
  const text = typeof fresh === 'string' ? '' : fresh.join('\n');
  const all = (letter: string) =>
    [...new Set(text.match(new RegExp(`"${letter}_[-0-9a-f]{36}"`, 'g')))].map((id) => id.slice(1, -1)).sort();
  return [all('n'), all('e')];
}
