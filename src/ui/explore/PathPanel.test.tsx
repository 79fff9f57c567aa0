// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { runCommand, useCommands } from '../../commands/commands-context';
import { exploreCommands } from '../../commands/explore-commands';
import type { Op } from '../../shared/graph/ops';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { shownRows } from '../../store/neighbourhood';
import { EVERYTHING_SHOWN } from '../../store/view-filter';
import { CommandsAround } from '../testing/commands-around';
import { ANN, BO, CITY, FAMILY } from '../testing/family';
import { renderEditor } from '../testing/render-editor';
import { PathPanel } from './PathPanel';

const CEM = testNodeId(4);
const knows = (n: number, source: string, target: string, type = 'KNOWS'): Op => ({
  op: 'create_edge',
  edgeId: testEdgeId(n),
  type,
  source,
  target,
  properties: {},
});
/** Ann → Bo ← Cem, Ann → the city ← Cem. */
const MORE: readonly Op[] = [
  { op: 'create_node', nodeId: CEM, label: 'Person', position: { x: 0, y: 0 }, properties: { name: 'Cem' } },
  knows(2, CEM, BO),
  knows(3, ANN, CITY, 'LIVES IN'),
  knows(4, CEM, CITY, 'LIVES IN'),
];

function Look() {
  const { all, context } = useCommands();
  const command = all.find(({ id }) => id === 'explore-path');
  return (
    <button type="button" onClick={() => command && runCommand(command, context)}>
      look
    </button>
  );
}

async function panel(...selectedNodes: string[]) {
  const rendered = renderEditor(
    <CommandsAround all={exploreCommands}>
      <Look />
      <PathPanel />
    </CommandsAround>,
    [...FAMILY, ...MORE],
  );
  rendered.set({ selectedNodes });
  await rendered.user.click(screen.getByText('look'));
  const shown = () => shownRows(rendered.store.getState()).nodes.map(({ id }) => id);
  return { ...rendered, shown };
}
const said = () => screen.getAllByRole('status')[0]?.textContent?.replaceAll(/[\u2068\u2069]/gu, '');

test('the command wants two nodes', async () => {
  await panel(ANN);
  expect(screen.queryByRole('region')).toBeNull();
});

describe('a path', () => {
  test('is told, marked, and turned to those that are as short', async () => {
    const { user, store, edits } = await panel(ANN, CEM);
    expect(said()).toBe('2 steps: Ann → Bo → Cem');
    expect(store.getState().markedPath?.nodes).toEqual([ANN, BO, CEM]);
    await user.click(screen.getByRole('button', { name: 'Next path' }));
    expect(store.getState().markedPath?.nodes).toEqual([ANN, CITY, CEM]);
    expect(screen.getByText('2 of 2 that are as short')).toBeDefined();
    const steps = within(screen.getByRole('list', { name: 'The path, step by step' }));
    expect(steps.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? 'node')).toEqual([
      'node',
      expect.stringContaining('along its direction'),
      'node',
      expect.stringContaining('against its direction'),
      'node',
    ]);
    await user.keyboard('{Escape}');
    expect([store.getState().markedPath, store.getState().soughtPath]).toEqual([undefined, undefined]);
    expect(edits).toEqual([]);
  });

  test('goes along directions only when asked to, and the other way round', async () => {
    const { user } = await panel(ANN, BO);
    expect(said()).toBe('1 step: Ann → Bo');
    await user.click(screen.getByRole('checkbox', { name: 'Along the edges’ direction only' }));
    expect(said()).toBe('1 step: Ann → Bo');
    await user.click(screen.getByRole('button', { name: 'The other way round' }));
    expect(said()).toBe('No path leads from Bo to Ann by way of what is shown.');
  });

  test('by way of what is hidden when asked to, and is then shown', async () => {
    const { user, set, store, shown } = await panel(ANN, CEM);
    set({ viewFilter: { ...EVERYTHING_SHOWN, hiddenEdgeTypes: new Set(['knows']), hiddenLabels: new Set(['city']) } });
    expect(said()).toBe('No path leads from Ann to Cem by way of what is shown.');
    await user.click(screen.getByRole('checkbox', { name: 'Also by way of what is hidden' }));
    expect(said()).toBe('2 steps: Ann → Bo → Cem');
    await user.click(screen.getByRole('button', { name: 'Next path' }));
    expect(screen.getByText('1 node of it is hidden.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show it' }));
    expect(shown()).toContain(CITY);
    expect(store.getState().selectedNodes).toEqual([ANN, CITY, CEM]);
  });

  test('is shown alone, without exceptions where nothing else hides it', async () => {
    const { user, store, shown } = await panel(ANN, BO);
    await user.click(screen.getByRole('button', { name: 'Show only this' }));
    expect(shown()).toEqual([ANN, BO]);
    expect(store.getState().viewFilter.alwaysNodes.size).toBe(0);
  });

  test('follows what others change: a shorter one, another one, none', async () => {
    const { show } = await panel(ANN, CEM);
    show(knows(5, CEM, ANN));
    await waitFor(() => expect(said()).toBe('1 step: Ann → Cem'));
    show({ op: 'delete_edge', edgeId: testEdgeId(5) }, { op: 'delete_edge', edgeId: testEdgeId(2) });
    await waitFor(() => expect(said()).toContain('2 steps: Ann'));
    expect(said()).not.toContain('Bo');
    show({ op: 'delete_node', nodeId: CEM });
    await waitFor(() => expect(said()).toBe('One of the two nodes is no longer there.'));
  });
});
