// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { notify } from '../../store/editor-store';
import { renderEditor } from '../testing/render-editor';
import { Notices } from './Notices';

const shown = () => Array.from(screen.getByRole('status').children, (notice) => notice.textContent);

test('a notice is announced, and stays until it is put away', async () => {
  const { user, store } = renderEditor(<Notices />);
  expect(shown()).toEqual([]);
  act(() => notify(store, 'The first.'));
  act(() => notify(store, 'The second.'));
  expect(shown()).toEqual(['The first.', 'The second.']);
  expect(screen.getByRole('status').getAttribute('aria-live')).toBe('polite');
  const [first] = screen.getAllByRole('button', { name: 'Put away' });
  if (first !== undefined) await user.click(first);
  expect(shown()).toEqual(['The second.']);
});

test('by key, too', async () => {
  const { user, store } = renderEditor(<Notices />);
  act(() => notify(store, 'Something.'));
  await user.tab();
  await user.keyboard('{Enter}');
  expect(shown()).toEqual([]);
});
