// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { dismissUnkept, listUnkept } from '../../store/editor-store';
import type { UnkeptChange } from '../../store/unkept';
import { Notices } from '../notices/Notices';
import { BO } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { UnkeptList } from './UnkeptList';

const change = (n: number, given: Partial<UnkeptChange> = {}): UnkeptChange => ({
  sentence: `Sentence ${n}.`,
  content: '',
  gone: undefined,
  ...given,
});
const LOST = change(1, { sentence: 'name of Bo was not kept.', content: 'name: Bodo', gone: BO });

function renderList(...changes: UnkeptChange[]) {
  const editor = renderEditor([<UnkeptList key="list" />, <Notices key="notices" />]);
  act(() => listUnkept(editor.store, changes));
  return editor;
}

const entries = () => screen.getAllByRole('listitem');
const sentences = () => entries().map((entry) => entry.querySelector('p')?.textContent);

test('while all was kept there is nothing', () => {
  renderList();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a change is announced, by what it was and why', () => {
  renderList(LOST);
  expect(screen.getByRole('alert', { name: 'Changes that were not kept' })).toBeDefined();
  expect(screen.getByRole('heading').textContent).toBe('One change was not kept');
  expect(sentences()).toEqual(['name of Bo was not kept.']);
});

test('the newest four are shown, and the others are counted', () => {
  const { store } = renderList(...[1, 2, 3, 4].map((n) => change(n)));
  expect(screen.queryByText(/before these/u)).toBeNull();
  act(() => listUnkept(store, [change(5), change(6)]));
  expect(screen.getByRole('heading').textContent).toBe('6 changes were not kept');
  expect(sentences()).toEqual([3, 4, 5, 6].map((n) => `Sentence ${n}.`));
  expect(screen.getByText('And 2 before these.')).toBeDefined();
});

test('the content of one is copied', async () => {
  const { user } = renderList(LOST);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('The content is copied.')).toBeDefined();
  expect(await navigator.clipboard.readText()).toBe('name: Bodo');
});

test('all of it is copied with what it was, those that are not shown too', async () => {
  const { user } = renderList(LOST, ...[2, 3, 4, 5].map((n) => change(n)));
  await user.click(screen.getByRole('button', { name: 'Copy all' }));
  await screen.findByText('The content is copied.');
  expect(await navigator.clipboard.readText()).toBe(
    'name of Bo was not kept.\nname: Bodo\n\nSentence 2.\n\nSentence 3.\n\nSentence 4.\n\nSentence 5.',
  );
});

test('where copying is not allowed, the content is said', async () => {
  const { user } = renderList(LOST);
  navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copying is not allowed here. The content is: name: Bodo')).toBeDefined();
});

test('what is gone can be brought back, and only that; what has no content is not copied', async () => {
  const { user, restored } = renderList(change(2), LOST);
  const [plain, lost] = entries();
  if (plain !== undefined) expect(within(plain).queryAllByRole('button')).toEqual([]);
  if (lost !== undefined) await user.click(within(lost).getByRole('button', { name: 'Restore' }));
  expect(restored).toEqual([BO]);
});

test('it stays until it is put away, by key, too', async () => {
  const { user, store } = renderList(change(1));
  await user.tab();
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => listUnkept(store, [change(2)]));
  expect(sentences()).toEqual(['Sentence 2.']);
  act(() => dismissUnkept(store));
  expect(screen.queryByRole('alert')).toBeNull();
});
