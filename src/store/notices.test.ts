import { expect, test } from 'vitest';
import { createEditorStore, dismissNotice, dismissTopic, notify } from './editor-store';

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

test('what is said about the same takes the place of what was said before, and can be taken back', () => {
  const store = createEditorStore();
  notify(store, { text: 'Bo deleted 1.', topic: 'Bo' });
  notify(store, 'Something else.');
  notify(store, { text: 'Bo deleted 2.', topic: 'Bo' });
  expect(textsIn(store)).toEqual(['Something else.', 'Bo deleted 2.']);
  dismissTopic(store, 'Bo');
  dismissTopic(store, 'Cem');
  expect(textsIn(store)).toEqual(['Something else.']);
});

test('what passes makes room before what went wrong', () => {
  const store = createEditorStore();
  for (const text of ['1', '2']) notify(store, text);
  notify(store, { text: 'passing', passing: true });
  for (const text of ['3', '4']) notify(store, text);
  expect(textsIn(store)).toEqual(['1', '2', '3', '4']);
});
