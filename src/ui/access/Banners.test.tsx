// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { must } from '../../shared/assert';
import { WIDEST_LIMITS } from '../../shared/graph/graph-limits';
import { testNodeId } from '../../shared/graph/ops.arbitrary';
import { newTestClientId } from '../../shared/testing/test-client-ids';
import { FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { Banners } from './Banners';

const clientId = newTestClientId();
const pending = (count: number) =>
  Array.from({ length: count }, (_, key) => ({ key, clientId, seq: key + 1, ops: [], decided: false }));
const texts = (role: 'alert' | 'status') =>
  screen.queryAllByRole(role).flatMap((banner) => banner.querySelector('p')?.textContent ?? []);

test('who is in order is told nothing', () => {
  const { set } = renderEditor(<Banners />, FAMILY);
  set({ role: 'viewer', limits: WIDEST_LIMITS });
  expect([texts('alert'), texts('status')]).toEqual([[], []]);
});

describe('changes that may not be sent', () => {
  test.each([
    [1, 'You can only view this graph now. One change of yours is kept here and was not saved.'],
    [3, 'You can only view this graph now. 3 changes of yours are kept here and were not saved.'],
  ])('%i', (heldBack, words) => {
    const { set } = renderEditor(<Banners />);
    set({ role: 'viewer', heldBack });
    expect(texts('status')).toEqual([words]);
    set({ role: 'editor', heldBack: 0 });
    expect(texts('status')).toEqual([]);
  });

  test('can be copied, and given up', async () => {
    const { user, set, asked } = renderEditor(<Banners />);
    set({ role: 'viewer', heldBack: 1 });
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('name: what was pending');
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(asked).toEqual(['discard']);
  });
});

describe('the end', () => {
  test('is said in the server’s words', () => {
    const { set } = renderEditor(<Banners />);
    set({ endReason: 'An owner took this link back.', ending: 'no_access' });
    expect(texts('alert')).toEqual(['An owner took this link back. What you see is no longer kept up to date.']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('speaks of what was not saved, once, and it can be copied', async () => {
    const { user, set } = renderEditor(<Banners />);
    set({ endReason: 'It ended.', ending: 'no_access', pending: pending(2), heldBack: 2 });
    expect(texts('alert').join()).toMatch(/up to date\. 2 changes of yours are kept here and were not saved\.$/u);
    expect(texts('status')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Copy them' }));
    expect(await navigator.clipboard.readText()).toBe('name: what was pending');
  });
});

describe('a sign-in that has ended', () => {
  test('leads to where one signs in', () => {
    const { set } = renderEditor(<Banners />);
    set({ signIn: { reason: 'Your sign-in has ended.', url: 'https://id.example/in' } });
    expect(texts('alert')).toEqual(['Your sign-in has ended. What you changed is kept here.']);
    expect(screen.getByRole('link', { name: 'Sign in again' }).getAttribute('href')).toBe('https://id.example/in');
  });

  test('says how it goes on where the page does not know where that is', () => {
    const { set } = renderEditor(<Banners />);
    set({ signIn: { reason: 'Your sign-in has ended.' } });
    expect(texts('alert').join()).toMatch(/sign in again, and this page goes on by itself\.$/u);
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('a graph that is nearly full', () => {
  const nodes = (count: number) =>
    new Map(
      Array.from({ length: count }, (_, n) => {
        const id = testNodeId(n);
        return [id, { id, label: 'Person', position: { x: 0, y: 0 }, properties: {} }];
      }),
    );
  const limits = { ...WIDEST_LIMITS, nodes: 1_000 };

  test('says so before it is, until that is put away, and once more when it is', async () => {
    const { user, set } = renderEditor(<Banners />);
    set({ limits, nodes: nodes(899) });
    expect(texts('status')).toEqual([]);
    set({ nodes: nodes(950) });
    expect(texts('status')).toEqual(['This graph has 950 of at most 1,000 nodes.']);
    await user.click(screen.getByRole('button', { name: 'Put away' }));
    set({ nodes: nodes(990) });
    expect(texts('status')).toEqual([]);
    set({ nodes: nodes(1_000) });
    expect(texts('status')).toEqual(['This graph has 1,000 of at most 1,000 nodes. No more can be added.']);
  });

  test('says it of each thing by itself', async () => {
    const { user, set } = renderEditor(<Banners />, FAMILY);
    set({ limits: { ...limits, labels: 2, edgeTypes: 2 } });
    expect(texts('status')).toEqual([
      'This graph has 2 of at most 2 labels. No more can be added.',
      'This graph has 2 of at most 2 edge types. No more can be added.',
    ]);
    const [first] = screen.getAllByRole('button', { name: 'Put away' });
    await user.click(must(first, 'the first'));
    expect(texts('status')).toEqual(['This graph has 2 of at most 2 edge types. No more can be added.']);
  });
});
