/** Saved views as the page keeps them, with the real database. */
import { expect, onTestFinished, test } from 'vitest';
import { QueryError, type QueryParameters, QueryTimeoutError } from '../engine/graph-engine';
import { unpacked } from '../engine/packed-answer';
import { withRemadeEdges } from '../engine/remade-edges';
import { EditedGraph } from '../engine/testing/model';
import { KuzuGraph } from '../engine/testing/node-kuzu';
import { must } from '../shared/assert';
import { realClock } from '../shared/clock';
import { type NetChanges, NO_CHANGES } from '../shared/graph/changes';
import type { Op } from '../shared/graph/ops';
import { testEdgeId, testNodeId, testViewId } from '../shared/graph/ops.arbitrary';
import type { SavedView } from '../shared/graph/saved-views';
import { toSnapshot } from '../shared/graph/snapshot';
import { createEditorStore, takeSchemaChanges } from '../store/editor-store';
import { filteredByView } from '../store/view-filter';
import { checksOf } from '../views/checks';
import { keepViews } from './saved-views';

const [ANN, BO, CITY] = [1, 2, 3].map(testNodeId);
const node = (nodeId: string, label: string): Op => ({
  op: 'create_node',
  nodeId,
  label,
  position: { x: 0, y: 0 },
  properties: {},
});
const knows = (n: number, source: string, target: string): Op => ({
  op: 'create_edge',
  edgeId: testEdgeId(n),
  type: 'KNOWS',
  source,
  target,
  properties: {},
});
const [ann, bo, city] = [must(ANN, 'Ann'), must(BO, 'Bo'), must(CITY, 'a city')];
const START: Op[] = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING' } },
  { op: 'create_label', label: 'City', properties: {} },
  { op: 'create_edge_type', type: 'KNOWS', properties: {} },
  node(ann, 'Person'),
  node(bo, 'Person'),
  node(city, 'City'),
];

let count = 0;
const view = (query: string, rest: Partial<SavedView> = {}): SavedView => {
  count += 1;
  return { id: testViewId(count), name: `View ${count}`, query, shows: 'table', ...rest };
};
const put = (saved: SavedView): Op => ({ op: 'put_view', view: saved });

/** The page without its page: edits reach store and database as they do there. */
async function page(...ops: Op[]) {
  const edited = new EditedGraph();
  const kuzu = new KuzuGraph();
  const store = createEditorStore();
  const asked: string[] = [];
  const slow = new Set<string>();
  let given: ((changes: NetChanges | undefined) => void) | undefined;
  const run = async (cypher: string, parameters: QueryParameters) => {
    const outcome = await kuzu.ask(cypher, parameters, { rows: 10_000, stopMs: 60_000 });
    if (outcome.status === 'answer') return unpacked(outcome.answer);
    throw new QueryError(outcome.status === 'refused' ? outcome.reason : outcome.status);
  };
  const views = keepViews({
    store,
    engine: {
      ask: async (cypher, parameters) => {
        if (!cypher.startsWith('EXPLAIN')) asked.push(cypher);
        if (slow.has(cypher)) throw new QueryTimeoutError('slow');
        return run(cypher, parameters);
      },
    },
    onGiven: (listener) => {
      given = listener;
      return () => {
        given = undefined;
      };
    },
    asking: { ask: async ({ cypher, parameters }) => ({ answer: await run(cypher, parameters), ofCopy: true }) },
    graph: () => edited.graph,
    clock: realClock,
  });
  onTestFinished(views.close);
  const edit = async (...more: Op[]) => {
    edited.submit(...more);
    const changes = edited.takeChanges();
    takeSchemaChanges(store, changes);
    const all = withRemadeEdges(changes, edited.graph);
    await kuzu.apply(all);
    given?.(all);
  };
  edited.submit(...START, ...ops);
  takeSchemaChanges(store, edited.takeChanges());
  await kuzu.ready();
  await kuzu.load(toSnapshot(edited.graph));
  const answered = (id: string, status = 'answered') =>
    expect.poll(() => views.state.getState().answers.get(id)?.status).toBe(status);
  return { store, views, asked, slow, edit, answered, isListened: () => given !== undefined };
}

const COUNT = 'MATCH (p:Person) RETURN count(*)';

test('before the graph is here nothing is asked; then checks always, and what is open while it is', async () => {
  const check = view(COUNT, { shows: 'number', condition: { is: 'equal', than: 2 } });
  const table = view('MATCH (c:City) RETURN c.id');
  const { store, views, asked, answered } = await page(put(check), put(table));
  store.setState({ panel: 'views', openView: table.id });
  expect(asked).toEqual([]);
  store.setState({ joined: true });
  await answered(check.id);
  await answered(table.id);
  store.setState({ panel: undefined });
  expect([...views.state.getState().answers.keys()]).toEqual([check.id]);
  expect(asked).toEqual([COUNT, table.query]);
});

test('a check says when it fails and when it holds again; renamed it keeps its answer', async () => {
  const check = view(COUNT, { shows: 'number', condition: { is: 'at_most', than: 2 } });
  const { store, views, edit, answered } = await page(put(check));
  const states = () =>
    checksOf(store.getState().views.values(), views.state.getState().answers).map(({ state }) => state);
  const said = () => store.getState().announcements.map(({ text }) => text);
  store.setState({ joined: true });
  await answered(check.id);
  expect([states(), said()]).toEqual([['holds'], []]);
  await edit(node(testNodeId(9), 'Person'));
  await expect.poll(states).toEqual(['fails']);
  await edit(put({ ...check, name: 'Two people' }));
  expect(states()).toEqual(['fails']);
  await edit({ op: 'delete_node', nodeId: testNodeId(9) });
  await expect.poll(states).toEqual(['holds']);
  expect(said()).toEqual([`The check “${check.name}” fails now`, 'The check “Two people” holds again']);
  await edit(put({ ...check, query: 'MATCH (c:City) RETURN count(*)' }));
  expect(states()).toEqual(['waiting']);
});

test('who edited last is told that a check fails since, with a way to it; others only hear it', async () => {
  const check = view(COUNT, { shows: 'number', condition: { is: 'at_most', than: 2 } });
  const { store, views, edit, answered } = await page(put(check));
  const state = () => {
    return checksOf(store.getState().views.values(), views.state.getState().answers).map((each) => each.state);
  };
  store.setState({ joined: true });
  await answered(check.id);
  await edit(node(testNodeId(9), 'Person'));
  await expect.poll(state).toEqual(['fails']);
  await edit({ op: 'delete_node', nodeId: testNodeId(9) });
  await expect.poll(state).toEqual(['holds']);
  expect(store.getState().notices).toEqual([]);
  store.setState({ nextUndo: NO_CHANGES });
  await edit(node(testNodeId(9), 'Person'));
  await expect.poll(state).toEqual(['fails']);
  const [notice] = store.getState().notices;
  expect(notice?.text).toBe(`Since your last change the check “${check.name}” fails`);
  notice?.action?.run();
  expect(store.getState()).toMatchObject({ panel: 'views', openView: check.id });
});

test('a filter shows what its view has, edges with their ends, and follows', async () => {
  const nodes = view('MATCH (p:Person) RETURN p', { shows: 'filter' });
  const edges = view('MATCH ()-[e:KNOWS]->() RETURN e', { shows: 'filter' });
  const { store, edit, answered } = await page(put(nodes), put(edges), knows(1, ann, bo));
  const filterBy = (id: string) =>
    store.setState(({ viewFilter }) => ({ viewFilter: filteredByView(viewFilter, id), joined: true }));
  const shows = () => store.getState().viewFilter.byView?.shows;
  filterBy(nodes.id);
  await answered(nodes.id);
  expect(shows()).toEqual({ nodes: new Set([ann, bo]), edges: undefined });
  filterBy(edges.id);
  await answered(edges.id);
  expect(shows()).toEqual({ nodes: new Set([ann, bo]), edges: new Set([testEdgeId(1)]) });
  const before = store.getState().viewFilter;
  await edit({ op: 'set_property', on: 'node', id: ann, key: 'name', value: 'Ann' });
  expect(store.getState().viewFilter).toBe(before);
  await edit(knows(2, bo, city));
  await expect.poll(() => shows()?.nodes.size).toBe(3);
});

test('who has a view open that goes is told', async () => {
  const table = view('MATCH (c:City) RETURN c.id');
  const filter = view('MATCH (p:Person) RETURN p', { shows: 'filter' });
  const { store, edit } = await page(put(table), put(filter));
  store.setState({ joined: true, panel: 'views', openView: table.id });
  store.setState(({ viewFilter }) => ({ viewFilter: filteredByView(viewFilter, filter.id) }));
  await edit({ op: 'delete_view', viewId: table.id });
  expect(store.getState().openView).toBeUndefined();
  await edit(put({ ...filter, shows: 'table' }));
  expect(store.getState().viewFilter.byView).toBeUndefined();
  expect(store.getState().notices.map(({ text }) => text)).toEqual([
    `The view “${table.name}” was deleted.`,
    `The view “${filter.name}” no longer filters the canvas: someone deleted it or made it something else.`,
  ]);
});

test('a filter that this browser kept, and whose view is gone, hides nothing', async () => {
  const { store } = await page();
  store.setState(({ viewFilter }) => ({ viewFilter: filteredByView(viewFilter, testViewId(77)) }));
  store.setState({ joined: true });
  expect(store.getState().viewFilter.byView).toBeUndefined();
});

test('what takes too long is asked when one says so, and is as of then', async () => {
  const table = view('MATCH (c:City) RETURN c.id');
  const { store, views, slow, answered, isListened } = await page(put(table));
  slow.add(table.query);
  store.setState({ joined: true, panel: 'views', openView: table.id });
  await answered(table.id, 'tooSlow');
  const running = views.runNow(table.id);
  expect(views.state.getState().running.has(table.id)).toBe(true);
  await running;
  expect(views.state.getState()).toMatchObject({ running: new Set() });
  expect(views.state.getState().answers.get(table.id)).toMatchObject({
    status: 'answered',
    answer: { rows: [[city]] },
    asOf: expect.any(Number),
  });
  views.close();
  expect(isListened()).toBe(false);
});
