// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Op } from '../shared/graph/ops';
import { ANN, ANN_KNOWS_BO, BO, CITY, FAMILY } from '../ui/testing/family';
import { renderCommands } from '../ui/testing/render-commands';
import { alignCommands } from './align-commands';
import { basicCommands } from './basic-commands';
import { lockCommands } from './lock-commands';

const lock = (nodeId: string, locked = true): Op => ({ op: 'set_locked', nodeId, locked });

function page(...more: Op[]) {
  const rendered = renderCommands([...lockCommands, ...basicCommands, ...alignCommands], [...FAMILY, ...more]);
  const said = () => rendered.store.getState().notices.map(({ text }) => text);
  return { ...rendered, said };
}

describe('locking', () => {
  test('locks those that are free; when none is, it unlocks', () => {
    const { run, command, edits, set, show, store } = page(lock(ANN));
    set({ selectedNodes: [ANN, BO] });
    expect(command('toggle-lock').titleNow?.(store.getState())).toBe('Lock');
    run('toggle-lock');
    expect(edits).toEqual([[lock(BO)]]);
    show(lock(BO));
    expect(command('toggle-lock').titleNow?.(store.getState())).toBe('Unlock');
    run('toggle-lock');
    expect(edits[1]).toEqual([lock(ANN, false), lock(BO, false)]);
  });

  test('is known from the changes of the graph, and forgotten with the node', () => {
    const { show, store } = page(lock(ANN), lock(BO));
    show(lock(BO, false));
    expect([...store.getState().lockedNodes]).toEqual([ANN]);
    show({ op: 'delete_node', nodeId: ANN });
    expect(store.getState().lockedNodes.size).toBe(0);
  });
});

describe('what is locked', () => {
  test('is not deleted with the rest, and that is said', () => {
    const { run, edits, set, said } = page(lock(ANN));
    set({ selectedNodes: [ANN, CITY], selectedEdges: [ANN_KNOWS_BO] });
    run('delete');
    expect(edits).toEqual([
      [
        { op: 'delete_edge', edgeId: ANN_KNOWS_BO },
        { op: 'delete_node', nodeId: CITY },
      ],
    ]);
    expect(said()).toEqual([
      expect.stringMatching(/^1 node is locked and was not deleted\. Unlock it first \(.+L\)\.$/u),
    ]);
  });

  test('alone is not deleted at all', () => {
    const { run, edits, set } = page(lock(ANN));
    set({ selectedNodes: [ANN] });
    run('delete');
    expect(edits).toEqual([]);
  });

  test('stays where it is when others line up with it', () => {
    const { run, edits, set, said } = page(lock(CITY));
    set({ selectedNodes: [ANN, BO, CITY] });
    run('align-right');
    expect(edits).toEqual([[ANN, BO].map((nodeId) => ({ op: 'move_node', nodeId, position: { x: 9, y: 0 } }))]);
    expect(said()).toEqual([]);
    run('align-left');
    expect(said()).toEqual(['1 node is locked and stays where it is.']);
    expect(edits.length).toBe(1);
  });
});
