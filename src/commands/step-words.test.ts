import { describe, expect, onTestFinished, test } from 'vitest';
import { speak } from '../i18n/i18n';
import { applyPatch } from '../shared/graph/apply-patch';
import { ChangeCollector, type NetChanges } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { createEditorStore, takeRowUpdate, takeSchemaChanges } from '../store/editor-store';
import { rowsOf } from '../store/testing/rows-of-graph';
import { ANN, ANN_KNOWS_BO, BO, CITY, FAMILY } from '../ui/testing/family';
import { stepWords } from './step-words';

const NEW = testNodeId(9);
const moved = (nodeId: string): Op => ({ op: 'move_node', nodeId, position: { x: 50, y: 60 } });
const created = (name?: string): Op => ({
  op: 'create_node',
  nodeId: NEW,
  label: 'Person',
  position: { x: 0, y: 0 },
  properties: name === undefined ? {} : { name },
});
const set = (id: string, key: string, value: string | number): Op => ({
  op: 'set_property',
  on: 'node',
  id,
  key,
  value,
});
const lives = (source: string): Op => ({
  op: 'create_edge',
  edgeId: testEdgeId(9),
  type: 'LIVES IN',
  source,
  target: CITY,
  properties: {},
});
const deleted = (nodeId: string): Op => ({ op: 'delete_node', nodeId });

const DELETE_CITY: Op = { op: 'delete_type', on: 'node', of: 'City', unused: true };

/** What these ops change in the family, in words. */
function wordsFor(...ops: Op[]) {
  const graph = new Graph();
  const store = createEditorStore();
  const apply = (all: readonly Op[]): NetChanges => {
    const outcome = applyPatch(graph, all);
    expect(outcome).toMatchObject({ status: 'applied', skipped: [] });
    const collector = new ChangeCollector();
    if (outcome.status === 'applied') collector.noteAll(outcome.journal);
    return collector.changesTo(graph);
  };
  takeSchemaChanges(store, apply(FAMILY));
  takeRowUpdate(store, rowsOf(graph));
  const changes = apply(ops);
  return (['plain', 'past'] as const).map((tense) => stepWords(changes, store.getState(), tense));
}

test.each<[string, string, ...Op[]]>([
  ['add “Cy”', 'added “Cy”', created('Cy')],
  ['add a node (Person)', 'added a node (Person)', created()],
  ['add 1 node and 1 edge', 'added 1 node and 1 edge', created(), lives(NEW)],
  ['connect “Ann” and a node (City)', 'connected “Ann” and a node (City)', lives(ANN)],
  ['delete “Ann”', 'deleted “Ann”', deleted(ANN)],
  ['delete 2 nodes and 1 edge', 'deleted 2 nodes and 1 edge', deleted(ANN), deleted(BO)],
  ['delete an edge (KNOWS)', 'deleted an edge (KNOWS)', { op: 'delete_edge', edgeId: ANN_KNOWS_BO }],
  ['move “Bo”', 'moved “Bo”', moved(BO)],
  ['move 3 nodes', 'moved 3 nodes', moved(ANN), moved(BO), moved(CITY)],
  ['change age of “Ann”', 'changed age of “Ann”', set(ANN, 'age', 40)],
  ['change age of 2 nodes', 'changed age of 2 nodes', set(ANN, 'age', 40), set(BO, 'age', 41)],
  ['change “Ann”', 'changed “Ann”', set(ANN, 'age', 40), set(ANN, 'height', 1.5)],
  ['rename the graph', 'renamed the graph', { op: 'set_title', title: 'Kin' }],
  [
    'change labels and edge types',
    'changed labels and edge types',
    { op: 'create_label', label: 'Pet', properties: {} },
  ],
  ['change the label of “Ann”', 'changed the label of “Ann”', { op: 'set_label', nodeId: ANN, label: 'City' }],
  [
    'change the type of an edge (LIVES IN)',
    'changed the type of an edge (LIVES IN)',
    { op: 'set_edge_type', edgeId: ANN_KNOWS_BO, type: 'LIVES IN' },
  ],
  [
    'reconnect an edge (KNOWS)',
    'reconnected an edge (KNOWS)',
    { op: 'set_ends', edgeId: ANN_KNOWS_BO, source: ANN, target: CITY },
  ],
  ['lock “Ann”', 'locked “Ann”', { op: 'set_locked', nodeId: ANN, locked: true }],
  [
    'change labels and edge types',
    'changed labels and edge types',
    { op: 'rename_type', on: 'node', of: 'Person', to: 'Human' },
  ],
  ['delete the label City', 'deleted the label City', deleted(CITY), DELETE_CITY],
  ['2 changes', 'made 2 changes', moved(ANN), set(BO, 'age', 40)],
])('%s', (plain, past, ...ops) => {
  expect(wordsFor(...ops)).toEqual([plain, past]);
});

describe('what goes without saying', () => {
  test('a label that is made on the way to a node', () => {
    const pet: Op = { op: 'create_label', label: 'Pet', properties: {} };
    const rex: Op = { op: 'create_node', nodeId: NEW, label: 'Pet', position: { x: 0, y: 0 }, properties: {} };
    expect(wordsFor(pet, rex)[0]).toBe('add a node (Pet)');
  });

  test('a property that is made on the way to its first value', () => {
    const added: Op = { op: 'add_property', on: 'node', of: 'Person', key: 'nick', type: 'STRING' };
    expect(wordsFor(added, set(ANN, 'nick', 'Annie'))[0]).toBe('change nick of “Ann”');
  });
});

test('a caption keeps its direction, and to a length that a few words have room for', () => {
  expect(wordsFor(created('שלום'))[0]).toBe('add “\u2068שלום\u2069”');
  expect(wordsFor(created('x'.repeat(60)))[0]).toBe(`add “${'x'.repeat(40)}…”`);
});

test('in Japanese', () => {
  speak('ja');
  onTestFinished(() => speak('en'));
  expect(wordsFor(moved(ANN), moved(BO))).toEqual(['ノード 2 個の移動', 'ノード 2 個を移動']);
  expect(wordsFor(set(ANN, 'age', 40))[0]).toBe('「Ann」の age の変更');
});
