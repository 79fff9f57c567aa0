import { expect, onTestFinished, test } from 'vitest';
import { EditedGraph } from '../engine/testing/model';
import { KuzuGraph } from '../engine/testing/node-kuzu';
import { speak } from '../i18n/i18n';
import { ChangeCollector } from '../shared/graph/changes';
import type { Op } from '../shared/graph/ops';
import { toSnapshot } from '../shared/graph/snapshot';
import { createEditorStore, takeRowUpdate, takeSchemaChanges } from '../store/editor-store';
import { rowsOf } from '../store/testing/rows-of-graph';
import { examplesFor } from './examples';

const at = { x: 0, y: 0 };
const SHOP: readonly Op[] = [
  { op: 'create_label', label: 'お店 二号', properties: { 'full name': 'STRING', from: 'INT64' } },
  { op: 'create_label', label: 'Order', properties: {} },
  { op: 'create_edge_type', type: 'bought at', properties: { Group: 'STRING' } },
  { op: 'create_node', nodeId: 'n_1', label: 'お店 二号', position: at, properties: { 'full name': 'A`b' } },
  { op: 'create_node', nodeId: 'n_2', label: 'Order', position: at, properties: {} },
  { op: 'create_node', nodeId: 'n_3', label: 'Order', position: at, properties: {} },
  { op: 'create_edge', edgeId: 'e_1', type: 'bought at', source: 'n_2', target: 'n_1', properties: {} },
  { op: 'create_edge', edgeId: 'e_2', type: 'bought at', source: 'n_3', target: 'n_1', properties: {} },
];

/** The examples of a graph, each with how many rows the real database returns for it. */
async function ran(ops: readonly Op[]) {
  const model = new EditedGraph();
  const store = createEditorStore();
  for (const op of ops) model.submit(op);
  const changes = ops.length === 0 ? new ChangeCollector().changesTo(model.graph) : model.takeChanges();
  takeSchemaChanges(store, changes);
  takeRowUpdate(store, rowsOf(model.graph));
  const database = new KuzuGraph();
  await database.load(toSnapshot(model.graph));
  const examples = examplesFor(store.getState());
  const outcomes = await Promise.all(examples.map(({ query }) => database.query(query, {})));
  return examples.map(({ title, query }, index) => {
    const outcome = outcomes[index];
    return { title, query, rows: outcome?.status === 'rows' ? outcome.rows.length : outcome?.reason };
  });
}

test('examples are of the open graph, and run as they are, whatever its names are', async () => {
  const examples = await ran(SHOP);
  expect(examples.map(({ title, rows }) => [title, rows])).toEqual([
    ['How many Order?', 1],
    ['List of Order', 2],
    ['bought at: what joins what', 2],
    ['bought at: the ten most frequent targets', 1],
    ['Order with most edges', 2],
    ['Shortest path between two nodes', 1],
    ['Nodes without edges', 0],
    ['How a query is carried out', 1],
  ]);
});

test('there are some for a graph without edges, and none for one without labels', async () => {
  const [label] = SHOP;
  const examples = await ran(label === undefined ? [] : [label]);
  expect(examples.map(({ rows }) => rows)).toEqual([1, 0, 0, 0, 1]);
  expect(await ran([])).toEqual([]);
});

test('examples have titles in the language of the page', async () => {
  onTestFinished(() => speak('en'));
  speak('ja');
  expect((await ran(SHOP))[0]?.title).toBe('Orderの数は？');
});
