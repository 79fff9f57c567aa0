// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderEditor } from '../testing/render-editor';
import { LayoutProgress } from './LayoutProgress';

const long = () => screen.findByRole('button', { name: 'Cancel' });

test('says so where it takes long, until it is over', async () => {
  const { set } = renderEditor(<LayoutProgress />);
  expect(screen.getByRole('status').textContent).toBe('');
  set({ arranging: { cancel: () => {} } });
  expect(screen.getByRole('status').textContent, 'nothing for what is over in a moment').toBe('');
  await long();
  expect(screen.getByRole('status').textContent).toContain('Arranging …');
  set({ arranging: undefined });
  expect(screen.getByRole('status').textContent).toBe('');
});

test('is cancelled by its button', async () => {
  const cancel = vi.fn();
  const { user, set } = renderEditor(<LayoutProgress />);
  set({ arranging: { cancel } });
  await user.click(await long());
  expect(cancel).toHaveBeenCalledOnce();
});

test('is cancelled by Escape, which then does nothing else', async () => {
  const [cancel, elsewhere] = [vi.fn(), vi.fn()];
  const { user, set } = renderEditor(<LayoutProgress />);
  document.body.addEventListener('keydown', elsewhere);
  set({ arranging: { cancel } });
  await user.keyboard('{Escape}');
  expect([cancel.mock.calls.length, elsewhere.mock.calls.length]).toEqual([1, 0]);
  set({ arranging: undefined });
  await user.keyboard('{Escape}');
  expect([cancel.mock.calls.length, elsewhere.mock.calls.length]).toEqual([1, 1]);
  document.body.removeEventListener('keydown', elsewhere);
});

test('cannot be cancelled any more once it is an edit', async () => {
  const { set } = renderEditor(<LayoutProgress />);
  set({ arranging: { cancel: () => {} } });
  await long();
  set({ arranging: { cancel: undefined } });
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
});
