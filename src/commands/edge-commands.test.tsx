// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Op } from '../shared/graph/ops';
import { ANN, ANN_KNOWS_BO, BO, CITY, FAMILY } from '../ui/testing/family';
import { renderCommands } from '../ui/testing/render-commands';
import { edgeCommands } from './edge-commands';
import { takeEnd } from './making';

const SELF = 'e_00000000-0000-4000-8000-0000000000aa';

function page() {
  const self: Op = { op: 'create_edge', edgeId: SELF, type: 'KNOWS', source: ANN, target: ANN, properties: {} };
  const rendered = renderCommands(edgeCommands, [...FAMILY, self]);
  return { ...rendered, enabled: (id: string) => rendered.command(id).isEnabled?.(rendered.store.getState()) };
}

test('an end is asked for, and led to the node that is chosen', () => {
  const { set, context, run, edits, store } = page();
  set({ selectedEdges: [ANN_KNOWS_BO] });
  run('change-target');
  takeEnd(context, CITY);
  run('change-source');
  takeEnd(context, BO);
  expect(edits).toEqual([
    [{ op: 'set_ends', edgeId: ANN_KNOWS_BO, source: ANN, target: CITY }],
    [{ op: 'set_ends', edgeId: ANN_KNOWS_BO, source: BO, target: BO }],
  ]);
  expect(store.getState().making).toBeUndefined();
});

test('an end that is there already is no edit', () => {
  const { set, context, run, edits } = page();
  set({ selectedEdges: [ANN_KNOWS_BO] });
  run('change-source');
  takeEnd(context, ANN);
  expect(edits).toEqual([]);
});

test('only of one edge, and of nothing else, can an end be changed', () => {
  const { set, enabled } = page();
  set({ selectedEdges: [ANN_KNOWS_BO, SELF] });
  expect(enabled('change-source')).toBe(false);
  set({ selectedEdges: [ANN_KNOWS_BO], selectedNodes: [ANN] });
  expect(enabled('change-source')).toBe(false);
  set({ selectedNodes: [] });
  expect(enabled('change-source')).toBe(true);
});

test('many edges are turned round in one edit; those that lead to where they began are left alone', () => {
  const { set, run, edits, enabled } = page();
  set({ selectedEdges: [SELF] });
  expect(enabled('reverse')).toBe(false);
  set({ selectedEdges: [ANN_KNOWS_BO, SELF] });
  run('reverse');
  expect(edits).toEqual([[{ op: 'set_ends', edgeId: ANN_KNOWS_BO, source: BO, target: ANN }]]);
});
