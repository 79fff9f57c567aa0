import { expect, test } from 'vitest';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { createEditorStore, dismissGone, dismissUnkept, listUnkept } from './editor-store';
import type { UnkeptChange } from './unkept';

const change = (sentence: string, content = '', gone?: string): UnkeptChange => ({ sentence, content, gone });
const [ANN, OTHER_ANN] = [testNodeId(1), testNodeId(2)];
const listed = (store: ReturnType<typeof createEditorStore>) =>
  store.getState().unkept.map(({ sentence, content }) => `${sentence} ${content}`.trim());

test('the newest is last, and none is dropped, however many there are', () => {
  const store = createEditorStore();
  const sentences = Array.from({ length: 30 }, (_, n) => `Sentence ${n}.`);
  listUnkept(
    store,
    sentences.slice(0, 20).map((sentence) => change(sentence)),
  );
  listUnkept(
    store,
    sentences.slice(20).map((sentence) => change(sentence)),
  );
  listUnkept(store, []);
  expect(listed(store)).toEqual(sentences);
  expect(new Set(store.getState().unkept.map(({ id }) => id)).size).toBe(30);
});

test('what is said again of the same element is listed once, as the newest, with what was written last', () => {
  const store = createEditorStore();
  const lost = 'name of Ann was not kept.';
  listUnkept(store, [change(lost, 'name: Anna', ANN), change('Another.'), change(lost, 'name: Hannah', ANN)]);
  expect(listed(store)).toEqual(['Another.', `${lost} name: Hannah`]);
  const [, newest] = store.getState().unkept;
  expect(newest?.id).toBe(3);
});

test('content is never taken for the same because two elements have one name', () => {
  const store = createEditorStore();
  const lost = 'name of an unnamed Person was not kept.';
  listUnkept(store, [change(lost, 'name: Ann', ANN), change(lost, 'name: Bo', OTHER_ANN)]);
  listUnkept(store, [change(lost, 'name: Cy'), change(lost, 'name: Di'), change(lost, 'name: Cy')]);
  expect(listed(store)).toEqual(['Ann', 'Bo', 'Di', 'Cy'].map((name) => `${lost} name: ${name}`));
});

test('what is there again is not listed any more, with all that was lost with it', () => {
  const store = createEditorStore();
  listUnkept(store, [
    change('One.', '', ANN),
    change('Two.', '', OTHER_ANN),
    change('Three.', '', ANN),
    change('Four.'),
  ]);
  dismissGone(store, ANN);
  expect(listed(store)).toEqual(['Two.', 'Four.']);
  dismissUnkept(store);
  expect(listed(store)).toEqual([]);
});
