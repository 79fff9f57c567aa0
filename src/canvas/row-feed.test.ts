/** The rows on screen against the real engine. */
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createKuzuEngine } from '../engine/kuzu-engine';
import { spawnHere } from '../engine/testing/node-workers';
import { Replica, type ServerEvent } from '../replica/replica';
import { applyPatch } from '../shared/graph/apply-patch';
import { ChangeCollector, diffGraphs, type NetChanges } from '../shared/graph/changes';
import { Graph, type GraphView } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { arbitraryOps, SCHEMA_OPS, testClientId, testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { toSnapshot } from '../shared/graph/snapshot';
import { Screen } from './testing/screen';

const [A, B] = [testNodeId(1), testNodeId(2)];
const AB = testEdgeId(1);

const person = (nodeId: string, label = 'Person'): Op => ({
  op: 'create_node',
  nodeId,
  label,
  position: { x: 1, y: 2 },
  properties: {},
});
const named = (id: string, value: string): Op => ({ op: 'set_property', on: 'node', id, key: 'name', value });
const knows = (edgeId: string, source: string, target: string): Op => ({
  op: 'create_edge',
  edgeId,
  type: 'KNOWS',
  source,
  target,
  properties: {},
});

/** What is shown; a replica's view is another object after each step. */
let shown: () => GraphView = () => new Graph();
let screen: Screen;
const engine = createKuzuEngine({
  spawn: () => spawnHere(),
  currentGraph: () => toSnapshot(shown()),
  onRebuild: () => {},
});
beforeEach(() => show(new Graph()));
afterAll(() => engine.dispose());

/** Begins with a graph that is not on the screen yet. */
async function show(graph: GraphView): Promise<void> {
  shown = () => graph;
  await engine.load(toSnapshot(graph));
  screen = new Screen(engine, () => shown());
}

/** Applies a patch to the graph and says what came of it; a refused patch comes to nothing. */
function patched(mutable: Graph, ops: readonly Op[]): NetChanges {
  const outcome = applyPatch(mutable, ops);
  const collector = new ChangeCollector();
  if (outcome.status === 'applied') collector.noteAll(outcome.journal);
  return collector.changesTo(mutable);
}

/** The screen over a graph that begins with the given ops, all asked for. */
async function showing(...ops: Op[]): Promise<{ edit: (...ops: Op[]) => void }> {
  const mutable = new Graph();
  shown = () => mutable;
  screen.change(patched(mutable, [...SCHEMA_OPS, ...ops]));
  await screen.expectTrue();
  screen.asked();
  screen.updates.length = 0;
  return { edit: (...more) => screen.change(patched(mutable, more)) };
}

test('K1: property: after random patches, waited for or not, the screen shows exactly the graph', async () => {
  const step = fc.record({ ops: arbitraryOps, wait: fc.constantFrom('not', 'a turn', 'until idle') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const mutable = new Graph();
      screen.change(diffGraphs(shown(), mutable));
      shown = () => mutable;
      screen.change(patched(mutable, SCHEMA_OPS));
      for (const { ops, wait } of steps) {
        screen.change(patched(mutable, ops));
        if (wait === 'a turn') await engine.query('RETURN 1 AS one');
        if (wait === 'until idle') await screen.expectTrue();
      }
      await screen.expectTrue();
    }),
    { numRuns: 8 },
  );
});

describe('K1: what is asked', () => {
  test('is about the touched node alone, and no count', async () => {
    const { edit } = await showing(person(A), person(B));
    edit(named(A, 'Ann'));
    await screen.expectTrue();
    expect(screen.asked()).toEqual([{ cypher: expect.stringContaining('(n:`Person`'), parameters: { ids: [A] } }]);
    expect([...(screen.updates[0]?.nodes.keys() ?? [])]).toEqual([A]);
  });

  test('is about the touched edge alone, found by its ends', async () => {
    const { edit } = await showing(person(A), person(B), knows(AB, A, B), knows(testEdgeId(2), A, B));
    edit({ op: 'set_property', on: 'edge', id: AB, key: 'size', value: 2.5 });
    await screen.expectTrue();
    expect(screen.asked()).toEqual([
      { cypher: expect.stringContaining('[e:`KNOWS`]'), parameters: { edges: [{ id: AB, source: A, target: B }] } },
    ]);
    // Not the one beside it.
    expect([...(screen.updates[0]?.edges.keys() ?? [])]).toEqual([AB]);
  });

  test('of what is created is the element and the count of its label', async () => {
    const { edit } = await showing(person(A));
    edit(person(B));
    await screen.expectTrue();
    expect(screen.asked()).toHaveLength(2);
    expect([...(screen.updates[0]?.counts ?? [])]).toEqual([['Person', 2]]);
  });

  test('of what is deleted is the counts alone', async () => {
    const { edit } = await showing(person(A), person(B), knows(AB, A, B));
    edit({ op: 'delete_node', nodeId: A });
    await screen.expectTrue();
    const asked = screen.asked();
    expect(asked).toHaveLength(2);
    for (const { cypher } of asked) expect(cypher).toContain('count(*)');
  });

  test('of many nodes of one label is one question', async () => {
    const { edit } = await showing(person(A), person(B));
    edit(named(A, 'Ann'), named(B, 'Bo'));
    await screen.expectTrue();
    expect(screen.asked()).toEqual([{ cypher: expect.any(String), parameters: { ids: [A, B] } }]);
  });

  test('of a change of the title is nothing', async () => {
    const { edit } = await showing(person(A));
    edit({ op: 'set_title', title: 'Family' });
    await screen.expectTrue();
    expect(screen.asked()).toEqual([]);
  });

  test('of changes that come while a question is under way is one further question for all of them', async () => {
    const { edit } = await showing(person(A), person(B));
    for (const name of ['A', 'An', 'Ann']) edit(named(A, name));
    edit(named(B, 'Bo'));
    await screen.expectTrue();
    expect(screen.asked().map(({ parameters }) => parameters)).toEqual([{ ids: [A] }, { ids: [A, B] }]);
  });
});

test('a change that is changed back while a question is under way ends as it began', async () => {
  const { edit } = await showing(person(A), named(A, 'Ann'));
  edit(named(A, 'Bo'));
  edit(named(A, 'Ann'));
  await screen.expectTrue();
  // The first question saw the middle of it. Its answer was not shown; without a second one the next would be missed.
  expect(screen.updates.map(({ nodes }) => nodes.get(A)?.properties['name'])).toEqual([undefined, 'Ann']);
});

test('a node that never rests is shown at every second answer', async () => {
  const { edit } = await showing(person(A), named(A, 'Ann'));
  const names = ['Bo', 'Cem', 'Dee', 'Eva', 'Fay', 'Gus'];
  const stop = screen.store.subscribe(() => {
    const next = names.shift();
    if (next !== undefined) edit(named(A, next));
  });
  edit(named(A, 'Abe'));
  await screen.expectTrue();
  stop();
  const shown = screen.updates.map(({ nodes }) => nodes.get(A)?.properties['name']);
  for (const [i, name] of shown.entries()) expect(name ?? shown[i + 1], `answer ${i} or the next`).toBeDefined();
});

test('a node that was created and deleted again while a question is under way is not on the screen', async () => {
  const { edit } = await showing();
  edit(person(A), person(B), knows(AB, A, B));
  edit({ op: 'delete_node', nodeId: A });
  await screen.expectTrue();
});

test('a node that is deleted and made again while a question is under way is as it was made last', async () => {
  const { edit } = await showing(person(A), named(A, 'Ann'), person(B));
  edit(named(B, 'Bo'));
  edit({ op: 'delete_node', nodeId: A });
  edit(person(A));
  await screen.expectTrue();
  expect(screen.store.getState().nodes.get(A)?.properties).toEqual({});
});

test('a node that comes back with another label is counted where it is now', async () => {
  const { edit } = await showing(person(A));
  edit({ op: 'delete_node', nodeId: A }, person(A, 'City'));
  await screen.expectTrue();
});

describe('a label that is taken back', () => {
  const alice = testClientId(1);
  let replica: Replica;
  const receive = (event: ServerEvent) => screen.change(replica.receive([event]).changes);
  const submit = (...ops: Op[]) => {
    const result = replica.submit(ops);
    expect(result.status).toBe('pending');
    if (result.status === 'pending') screen.change(result.changes);
  };
  const refused: ServerEvent = { type: 'nack', clientId: alice, seq: 1, code: 'LIMIT_REACHED', reason: 'Too many.' };

  beforeEach(() => {
    replica = new Replica(alice);
    shown = () => replica.view;
  });
  const begin: Op[] = [{ op: 'create_label', label: 'Film', properties: { name: 'STRING' } }, person(A, 'Film')];

  test('goes with its nodes', async () => {
    submit(...begin);
    await screen.expectTrue();
    expect(screen.store.getState().nodes.has(A)).toBe(true);
    receive(refused);
    await screen.expectTrue();
    expect(screen.store.getState().nodes.size).toBe(0);
    expect(screen.store.getState().labels.size).toBe(0);
  });

  test('while the question about its nodes is under way', async () => {
    submit(...begin);
    submit(named(A, 'Heat'));
    receive(refused);
    await screen.expectTrue();
    expect(screen.store.getState().nodes.size).toBe(0);
  });

  test('and made again with other properties', async () => {
    submit(...begin);
    receive(refused);
    submit({ op: 'create_label', label: 'Film', properties: { year: 'INT64' } }, person(B, 'Film'));
    await screen.expectTrue();
    expect([...screen.store.getState().nodes.keys()]).toEqual([B]);
  });
});

describe('a question that fails', () => {
  test('is asked again about everything, and nobody is troubled', async () => {
    const { edit } = await showing(person(A));
    screen.failures = 1;
    edit(named(A, 'Ann'));
    await screen.expectTrue();
    expect(screen.updates.map(({ complete }) => complete)).toEqual([true]);
  });

  test('twice is told, and the next change mends the screen', async () => {
    const { edit } = await showing(person(A), person(B));
    screen.failures = 10;
    edit(named(A, 'Ann'));
    await screen.feed.idle();
    expect(screen.troubles).toEqual([new Error('made to fail')]);
    screen.troubles.length = 0;
    screen.failures = 0;
    edit(named(B, 'Bo'));
    await screen.expectTrue();
  });
});

test('a reload asked for in the very moment the feed comes to rest is not forgotten', async () => {
  const { edit } = await showing(person(A));
  const elsewhere = new Graph();
  patched(elsewhere, [...SCHEMA_OPS, person(A), person(B)]);
  screen.onUpdate = () => {
    screen.onUpdate = () => {};
    queueMicrotask(() => {
      shown = () => elsewhere;
      void engine.load(toSnapshot(elsewhere));
      screen.feed.reload();
    });
  };
  edit(named(A, 'Ann'));
  await screen.feed.idle();
  await screen.expectTrue();
});
