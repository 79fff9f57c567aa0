// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, createElement } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { StartPage } from './StartPage';

const WORLD = {
  id: 'world',
  title: 'World',
  description: 'Countries and their neighbours.',
  attribution: 'Data: Natural Earth, public domain.',
  nodes: 450,
  edges: 1600,
};

function startPage(given: Partial<ComponentProps<typeof StartPage>> = {}) {
  onTestFinished(cleanup);
  const calls: string[] = [];
  render(
    createElement(StartPage, {
      recent: [],
      unsent: new Map(),
      samples: [WORLD],
      busy: false,
      problem: undefined,
      onNew: () => calls.push('new'),
      onFile: (file) => calls.push(file.name),
      onSample: (id) => calls.push(id),
      onLanguage: (language) => calls.push(language),
      ...given,
    }),
  );
  return { calls, user: userEvent.setup() };
}

test('a new graph is one press away', async () => {
  const { user, calls } = startPage();
  await user.click(screen.getByRole('button', { name: 'New graph' }));
  expect(calls).toEqual(['new']);
});

test('a file is opened by choosing it', async () => {
  const { user, calls } = startPage();
  await user.upload(screen.getByLabelText('File to import'), new File(['{}'], 'world.json'));
  expect(calls).toEqual(['world.json']);
});

test('a sample says what it is, how large, and where it comes from, and opens on a press', async () => {
  const { user, calls } = startPage();
  const sample = within(screen.getByRole('listitem'));
  const button = sample.getByRole('button', { name: /^World/u });
  expect(button.textContent).toContain('Countries and their neighbours.');
  expect(button.textContent).toContain('450 nodes, 1,600 edges');
  expect(sample.getByText('Data: Natural Earth, public domain.')).toBeDefined();
  await user.click(button);
  expect(calls).toEqual(['world']);
});

test('graphs opened lately are links, newest first as they are given', () => {
  startPage({
    samples: undefined,
    recent: [
      { room: 'abc', title: 'Family', openedAt: Date.UTC(2026, 0, 31) },
      { room: 'def', title: 'Plan', openedAt: Date.UTC(2026, 0, 30) },
    ],
  });
  expect(screen.getByRole('heading', { name: 'Opened recently' })).toBeDefined();
  const links = screen.getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/g/abc', '/g/def']);
  expect(links[0]?.textContent).toMatch(/^Family.*2026/u);
});

test('who opened none sees no empty list', () => {
  startPage();
  expect(screen.queryByRole('heading', { name: 'Opened recently' })).toBeNull();
});

test('while a graph is being made nothing can be pressed twice', async () => {
  const { user, calls } = startPage({ busy: true });
  for (const button of screen.getAllByRole('button')) await user.click(button);
  expect(calls).toEqual([]);
});

test('what went wrong is said, and one can try again', async () => {
  const { user, calls } = startPage({ problem: 'The server cannot be reached.', samples: undefined });
  expect(screen.getByRole('alert').textContent).toBe('The server cannot be reached.');
  await user.click(screen.getByRole('button', { name: 'New graph' }));
  expect(calls).toEqual(['new']);
});

test('a graph of which something waits to be sent says so', () => {
  startPage({
    recent: [
      { room: 'abc', title: 'Family', openedAt: 1 },
      { room: 'def', title: 'Plan', openedAt: 1 },
      { room: 'ghi', title: 'Done', openedAt: 1 },
    ],
    unsent: new Map([
      ['abc', 1],
      ['def', 12],
    ]),
  });
  const [family, plan, done] = screen.getAllByRole('link').map((link) => link.textContent);
  expect(family).toContain('1 change kept here, not sent yet');
  expect(plan).toContain('12 changes kept here, not sent yet');
  expect(done).not.toContain('kept');
});

test('who is here for the first time is offered an example: the largest sample', async () => {
  const small = { ...WORLD, id: 'small', title: 'Small', nodes: 3 };
  const { user, calls } = startPage({ samples: [small, WORLD] });
  await user.click(screen.getByRole('button', { name: 'Try it with an example' }));
  expect(calls).toEqual(['world']);
});

test('who has graphs already goes on with them', () => {
  startPage({ recent: [{ room: 'abc', title: 'Family', openedAt: 1 }] });
  expect(screen.queryByRole('button', { name: 'Try it with an example' })).toBeNull();
});
