import { expect, test } from 'vitest';
import { unpacked } from '../engine/packed-answer';
import { EditedGraph } from '../engine/testing/model';
import { KuzuGraph } from '../engine/testing/node-kuzu';
import type { Op } from '../shared/graph/ops';
import { savedViewSchema } from '../shared/graph/saved-views';
import { toSnapshot } from '../shared/graph/snapshot';
import { createEditorStore, takeRowUpdate, takeSchemaChanges } from '../store/editor-store';
import { rowsOf } from '../store/testing/rows-of-graph';
import { fits, fittingKind } from './fitting-kind';
import { asView, suggestedViews } from './suggestions';

const at = { x: 0, y: 0 };
const SHOP: readonly Op[] = [
  { op: 'create_label', label: 'お店 二号', properties: { 'full name': 'STRING', from: 'INT64' } },
  { op: 'create_label', label: 'Order', properties: { group: 'STRING' } },
  { op: 'create_edge_type', type: 'bought at', properties: {} },
  { op: 'create_node', nodeId: 'n_1', label: 'お店 二号', position: at, properties: { 'full name': 'A`b' } },
  { op: 'create_node', nodeId: 'n_2', label: 'Order', position: at, properties: { group: '' } },
  { op: 'create_node', nodeId: 'n_3', label: 'Order', position: at, properties: { group: 'x' } },
  { op: 'create_node', nodeId: 'n_4', label: 'Order', position: at, properties: {} },
  { op: 'create_edge', edgeId: 'e_1', type: 'bought at', source: 'n_2', target: 'n_1', properties: {} },
  { op: 'create_edge', edgeId: 'e_2', type: 'bought at', source: 'n_3', target: 'n_1', properties: {} },
];

/** What is suggested for a graph, with what the real database answers. */
async function suggestedFor(...ops: readonly Op[]) {
  const model = new EditedGraph();
  const store = createEditorStore();
  if (ops.length > 0) model.submit(...ops);
  takeSchemaChanges(store, model.takeChanges());
  takeRowUpdate(store, rowsOf(model.graph));
  const database = new KuzuGraph();
  await database.load(toSnapshot(model.graph));
  const suggested = suggestedViews(store.getState());
  return Promise.all(
    suggested.map(async (each) => {
      const outcome = await database.ask(each.query, {}, { rows: 100, stopMs: 10_000 });
      if (outcome.status !== 'answer') throw new Error(`${each.query} is ${outcome.status}`);
      expect(savedViewSchema.safeParse(asView(each)).success).toBe(true);
      const answer = unpacked(outcome.answer);
      const { rows } = answer;
      expect(fits(each.shows, answer)).toBe(true);
      if (rows.length > 0) expect(fittingKind(answer)).toBe(each.shows);
      return [each.name, each.shows, each.shows === 'filter' ? rows.length : rows];
    }),
  );
}

test('they are of the open graph, and come to something, whatever its names are', async () => {
  expect(await suggestedFor(...SHOP)).toEqual([
    [
      'Labels: how many of each',
      'table',
      [
        ['Order', 3],
        ['お店 二号', 1],
      ],
    ],
    ['Order per お店 二号', 'table', [['A`b', 2]]],
    ['Only bought at', 'filter', 2],
    ['Nodes without edges', 'number', [[1]]],
    ['Order without group', 'number', [[2]]],
  ]);
});

test('there are fewer for less, and none for nothing', async () => {
  const [label] = SHOP;
  const few = await suggestedFor(...(label === undefined ? [] : [label]));
  expect(few.map(([name]) => name)).toEqual([
    'Labels: how many of each',
    'Nodes without edges',
    'お店 二号 without full name',
  ]);
  expect(await suggestedFor()).toEqual([]);
});
