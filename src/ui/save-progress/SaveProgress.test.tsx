// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { PendingPatch } from '../../replica/pending-patches';
import { renderEditor } from '../testing/render-editor';
import { SaveProgress } from './SaveProgress';

const patches = (count: number, size = 600): PendingPatch[] =>
  Array.from({ length: count }, (_, key) => ({
    key,
    clientId: 'c',
    seq: key,
    ops: Array.from({ length: size }, () => ({ op: 'set_title', title: 'x' }) as const),
    decided: false,
  }));

test('a large change is counted as the server takes it, until all of it is saved', async () => {
  const { set } = renderEditor(<SaveProgress />);
  set({ connection: 'saving', pending: patches(5) });
  expect(await screen.findByText('Saving … 0 of 3,000 changes')).toBeDefined();
  set({ pending: patches(2) });
  expect(screen.getByText('Saving … 1,800 of 3,000 changes')).toBeDefined();
  expect(screen.getByRole('progressbar', { name: 'Saving 1,200 changes' }).getAttribute('value')).toBe('1800');
  set({ connection: 'saved', pending: [] });
  expect(screen.queryByRole('progressbar')).toBeNull();
});

test('of one that is saved in no time, and while nothing goes out, there is no word', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const wait = () => act(() => vi.advanceTimersByTime(1_000));
  const { set } = renderEditor(<SaveProgress />);
  set({ connection: 'saving', pending: patches(1) });
  wait();
  expect(screen.queryByRole('progressbar')).toBeNull();
  set({ connection: 'saving', pending: patches(3) });
  expect(screen.queryByRole('progressbar')).toBeNull();
  wait();
  expect(screen.getByRole('progressbar')).toBeDefined();
  set({ connection: 'offline' });
  expect(screen.queryByRole('progressbar')).toBeNull();
});
