// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { PendingPatch } from '../../replica/pending-patches';
import type { Op } from '../../shared/graph/ops';
import { newTestClientId } from '../../shared/testing/test-client-ids';
import { keepFirstSteps, keptFirstSteps } from '../../store/first-steps';
import { ANN, BO, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { FirstSteps } from './FirstSteps';

function fakeStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

/** The page of someone who opens their first graph. */
function starting(storage = fakeStorage(), shown: readonly Op[] = FAMILY) {
  const rendered = renderEditor(<FirstSteps storage={storage} />, shown);
  rendered.set({ role: 'editor' });
  /** The person makes an edit that the server has not answered yet. */
  const edits = (...ops: Op[]) => {
    const patch: PendingPatch = { key: 1, clientId: newTestClientId(), seq: 1, ops, decided: false };
    rendered.set({ pending: [patch] });
    rendered.set({ pending: [] });
  };
  return { ...rendered, storage, edits };
}

const steps = () => screen.queryByRole('region', { name: 'First steps' });
const open = () =>
  screen.getAllByRole('listitem').map((item) => within(item).getByRole('img').getAttribute('aria-label'));
const NODE: Op = {
  op: 'create_node',
  nodeId: 'n_00000000-0000-4000-8000-0000000000aa',
  label: 'Person',
  position: { x: 0, y: 0 },
  properties: {},
};
const EDGE: Op = {
  op: 'create_edge',
  edgeId: 'e_00000000-0000-4000-8000-0000000000aa',
  type: 'KNOWS',
  source: ANN,
  target: BO,
  properties: {},
};

describe('the first steps', () => {
  test('are ticked off one by one as they are done, and told no more when all are', () => {
    const { edits, set, storage } = starting();
    expect(open()).toEqual(['To do:', 'To do:', 'To do:']);
    edits(NODE);
    expect(open()).toEqual(['Done:', 'To do:', 'To do:']);
    edits(EDGE);
    set({ panel: 'share' });
    expect(open()).toEqual(['Done:', 'Done:', 'Done:']);
    expect(steps()?.textContent).toContain('finds everything else');
    cleanup();
    starting(storage);
    expect(steps()).toBeNull();
  });

  test('go on where the person left', () => {
    const { edits, storage } = starting();
    edits(EDGE);
    cleanup();
    starting(storage);
    expect(open()).toEqual(['To do:', 'Done:', 'To do:']);
  });

  test('can be skipped, for good', async () => {
    const { user, storage } = starting();
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    expect(steps()).toBeNull();
    cleanup();
    starting(storage);
    expect(steps()).toBeNull();
  });

  test('begin with a label where there is none', () => {
    starting(fakeStorage(), []);
    expect(steps()?.textContent).toContain('Make a label');
  });

  test('are not for who may only look', () => {
    const { set } = starting();
    set({ role: 'viewer' });
    expect(steps()).toBeNull();
  });

  test('what others do ticks nothing off', () => {
    const { show } = starting();
    show(NODE, EDGE);
    expect(open()).toEqual(['To do:', 'To do:', 'To do:']);
  });
});

test('what cannot be read back begins anew', () => {
  const storage = fakeStorage();
  storage.setItem('kumiko.first-steps', '{"done":["dance"]}');
  expect(keptFirstSteps(storage)).toEqual({ done: [], away: false });
  keepFirstSteps(storage, { done: ['node'], away: true });
  expect(keptFirstSteps(storage)).toEqual({ done: ['node'], away: true });
});
