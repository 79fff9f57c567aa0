import { beforeEach, expect, test, vi } from 'vitest';
import { type NetChanges, NO_CHANGES } from '../../shared/graph/changes';
import type { GraphNode } from '../../shared/graph/model';
import { testNodeId } from '../../shared/graph/ops.arbitrary';
import { createEditorStore, type EditorStore } from '../../store/editor-store';
import { sayStep, sayTurn, stepsChanged } from './own-steps';

const node = (n: number, x = 0): GraphNode => ({
  id: testNodeId(n),
  label: 'City',
  position: { x, y: 0 },
  properties: new Map(),
});
const changed = (...nodes: [before: GraphNode | undefined, after: GraphNode | undefined][]): NetChanges => ({
  ...NO_CHANGES,
  node: new Map(nodes.map(([before, after], n) => [testNodeId(n), { before, after }])),
});
const DELETED = changed([node(0), undefined], [node(1), undefined]);

let store: EditorStore;
beforeEach(() => {
  store = createEditorStore();
});
const notices = () => store.getState().notices;
const announced = () => store.getState().announcements.map(({ text }) => text);

test('what was deleted is said, with a way to undo it, for a while and as long as it is the last step', () => {
  const undo = vi.fn();
  sayStep(store, DELETED, undo);
  expect(notices()).toMatchObject([{ text: 'You deleted 2 nodes.', passing: true, action: { words: 'Undo' } }]);
  notices()[0]?.action?.run();
  expect(undo).toHaveBeenCalledOnce();
  stepsChanged(store);
  expect(notices()).toEqual([]);
});

test('other steps are said to who listens; moves say themselves', () => {
  sayStep(store, changed([undefined, node(0)]), () => {});
  sayStep(store, changed([node(0), node(0, 5)]), () => {});
  expect(announced()).toEqual(['You added a node (City).']);
  expect(notices()).toEqual([]);
});

test('undo and redo are said, too', () => {
  sayTurn(store, 'undo', DELETED);
  sayTurn(store, 'redo', DELETED);
  sayTurn(store, 'redo', undefined);
  expect(announced()).toEqual(['Undone: delete 2 nodes.', 'Done again: delete 2 nodes.']);
});
