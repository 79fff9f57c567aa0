import { expect, test } from 'vitest';
import { createEditorStore, dismissNotice, notify } from './editor-store';

const textsIn = (store: ReturnType<typeof createEditorStore>) => store.getState().notices.map(({ text }) => text);

test('the newest is last, and only so many are kept', () => {
  const store = createEditorStore();
  for (const text of ['1', '2', '3', '4', '5']) notify(store, text);
  expect(textsIn(store)).toEqual(['2', '3', '4', '5']);
});

test('what is said again is shown once, as the newest', () => {
  const store = createEditorStore();
  for (const text of ['lost', 'found', 'lost']) notify(store, text);
  expect(textsIn(store)).toEqual(['found', 'lost']);
});

test('ids are never shared, whatever was put away in between', () => {
  const store = createEditorStore();
  const ids = () => store.getState().notices.map(({ id }) => id);
  for (const text of ['1', '2', '3']) notify(store, text);
  dismissNotice(store, ids()[1] ?? 0);
  notify(store, '4');
  notify(store, '1');
  expect(textsIn(store)).toEqual(['3', '4', '1']);
  expect(new Set(ids()).size).toBe(3);
});
