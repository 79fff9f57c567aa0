import { beforeEach, expect, test } from 'vitest';
import { applyPatch } from '../shared/graph/apply-patch';
import { ChangeCollector } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { SCHEMA_OPS, testNodeId } from '../shared/graph/ops.arbitrary';
import { createEditorStore, type EditorStore } from '../store/editor-store';
import { type OwnEdits, ownEdits } from './own-edits';

const [ANN, BO] = [testNodeId(1), testNodeId(2)];
const person = (nodeId: string, name: string): Op => ({
  op: 'create_node',
  nodeId,
  label: 'Person',
  position: { x: 0, y: 0 },
  properties: { name },
});
const deleted = (nodeId: string): Op => ({ op: 'delete_node', nodeId });

let store: EditorStore;
let graph: Graph;
let edits: OwnEdits;
/** Whether the session is over. */
let isOver: boolean;

beforeEach(() => {
  store = createEditorStore();
  graph = new Graph();
  isOver = false;
  applyPatch(graph, [...SCHEMA_OPS, person(ANN, 'Ann'), person(BO, 'Bo')]);
  edits = ownEdits({
    store,
    view: () => graph,
    submit: (ops) => {
      const applied = isOver ? undefined : applyPatch(graph, ops);
      if (applied?.status !== 'applied') {
        const outcome = Promise.resolve({ status: 'nack', code: 'CLOSED', reason: 'It is over.' } as const);
        return { changes: undefined, outcome, effect: Promise.resolve(undefined) };
      }
      const collector = new ChangeCollector();
      collector.noteAll(applied.journal);
      const changes = collector.changesTo(graph);
      const outcome = Promise.resolve({ status: 'ack', serverVersion: 1, skipped: [] } as const);
      return { changes, outcome, effect: Promise.resolve(changes) };
    },
    opsPerPatch: () => undefined,
    whenJoined: () => Promise.resolve(),
    onEdit: () => {},
  });
});
const notices = () => store.getState().notices.map(({ text }) => text);
const announced = () => store.getState().announcements.map(({ text }) => text);

test('a deletion is said with a way to undo it, which is gone once it is undone', async () => {
  await edits.edit([deleted(ANN)]);
  expect(notices()).toEqual(['You deleted a node (Person).']);
  store.getState().notices[0]?.action?.run();
  expect(graph.get('node', ANN)).toBeDefined();
  expect(notices()).toEqual([]);
  expect(announced()).toEqual(['Undone: delete a node (Person).']);
});

test('the way to undo a deletion is offered as long as it is the last step', async () => {
  await edits.edit([deleted(ANN)]);
  await edits.edit([{ op: 'move_node', nodeId: BO, position: { x: 5, y: 5 } }]);
  expect(notices()).toEqual([]);
});

test('what undo and redo would do is in the store', async () => {
  await edits.editInParts([deleted(ANN), deleted(BO)]);
  expect([...(store.getState().nextUndo?.node.keys() ?? [])]).toEqual([ANN, BO]);
  edits.undo();
  expect(store.getState().nextUndo).toBeUndefined();
  expect(store.getState().nextRedo?.node.get(ANN)?.after).toBeUndefined();
  edits.redo();
  expect(graph.count('node')).toBe(0);
});

test('what scripts do is not talked about; it is undone like any other', async () => {
  await edits.submit([deleted(ANN)]);
  expect([notices(), announced()]).toEqual([[], []]);
  expect(store.getState().nextUndo).toBeDefined();
});

test('what was not even taken is said', async () => {
  isOver = true;
  await edits.edit([deleted(ANN)]);
  expect(notices()).toEqual(['That change was not made. It is over.']);
  expect(store.getState().nextUndo).toBeUndefined();
});
