// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createElement } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { DeletedPage } from './DeletedPage';
import { NoWayIn } from './NoWayIn';

test('who has no way in is told what a link is, and nothing of the graph', () => {
  onTestFinished(cleanup);
  render(createElement(NoWayIn, { reason: 'There is no graph here that you can open.' }));
  expect(screen.getByRole('heading').textContent).toBe('This link opens no graph');
  expect(screen.getByText('There is no graph here that you can open.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'All graphs' }).getAttribute('href')).toBe('/');
});

test('an owner brings a deleted graph back; what goes wrong is said, and they can try again', async () => {
  onTestFinished(cleanup);
  const user = userEvent.setup();
  let [tries, refusal]: [number, string | undefined] = [0, 'The server cannot be reached.'];
  const onRestore = async () => {
    tries += 1;
    if (refusal !== undefined) throw new Error(refusal);
  };
  render(createElement(DeletedPage, { until: new Date(2026, 1, 28, 12).getTime(), onRestore }));
  expect(screen.getByRole('heading').textContent).toBe('This graph was deleted');
  expect(screen.getByText(/until February 28, 2026/u)).toBeDefined();
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Bring it back' });
  await user.click(button);
  expect((await screen.findByRole('alert')).textContent).toBe('The server cannot be reached.');
  refusal = undefined;
  await user.click(button);
  expect([tries, button.disabled]).toEqual([2, true]);
});
