import { describe, expect, test } from 'vitest';
import { WIDEST_LIMITS } from '../shared/graph/graph-limits';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { heldBackOf, isOwner, mayEdit, nearLimits } from './access';
import { createEditorStore } from './editor-store';

describe('what the page offers', () => {
  test.each([
    ['owner', undefined, true],
    ['editor', undefined, true],
    ['viewer', undefined, false],
    // Offline, before it was ever known.
    [undefined, undefined, true],
    ['editor', 'no_access', false],
    [undefined, 'no_key', false],
    ['owner', 'deleted', false],
    ['editor', 'other', true],
  ] as const)('to an %s whose session ended as %s: editing is %s', (role, ending, expected) => {
    expect(mayEdit({ role, ending })).toBe(expected);
  });

  test('links and deletion to owners alone', () => {
    expect((['viewer', 'editor', 'owner', undefined] as const).map((role) => isOwner({ role }))).toEqual([
      ...[false, false, true, false],
    ]);
  });
});

describe('near a limit', () => {
  /** A graph with so many nodes, on a server that takes ten. */
  function withNodes(count: number) {
    const store = createEditorStore();
    store.setState({ limits: { ...WIDEST_LIMITS, nodes: 10 } });
    const { nodes } = store.getState();
    for (let n = 0; n < count; n += 1) {
      const id = testNodeId(n);
      nodes.set(id, { id, label: 'Person', position: { x: 0, y: 0 }, properties: {} });
    }
    return store.getState();
  }

  test.each([
    [8, []],
    [9, [{ what: 'nodes', count: 9, limit: 10 }]],
    [11, [{ what: 'nodes', count: 11, limit: 10 }]],
  ])('is a graph from nine tenths on: %i of 10', (count, expected) => {
    expect(nearLimits(withNodes(count))).toEqual(expected);
  });

  test('is none where the server has not said what its limits are', () => {
    expect(nearLimits({ ...withNodes(10), limits: undefined })).toEqual([]);
  });
});

test('held back is what a viewer has pending, but for what the server has decided', () => {
  const patch = (key: number, decided: boolean) => ({ key, clientId: 'c_1', seq: key, ops: [], decided });
  const pending = [patch(1, true), patch(2, false), patch(3, false)];
  expect(heldBackOf(pending, 'viewer')).toBe(2);
  expect(heldBackOf(pending, 'editor')).toBe(0);
  expect(heldBackOf(pending, undefined)).toBe(0);
});
