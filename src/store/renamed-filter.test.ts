import { expect, test } from 'vitest';
import { applyPatch } from '../shared/graph/apply-patch';
import { ChangeCollector } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { createEditorStore, takeSchemaChanges } from './editor-store';
import { EVERYTHING_SHOWN, type ViewFilter } from './view-filter';

function page(viewFilter: Partial<ViewFilter>) {
  const store = createEditorStore();
  const graph = new Graph();
  const show = (...ops: Op[]) => {
    const outcome = applyPatch(graph, ops);
    if (outcome.status !== 'applied') throw new Error('the ops were not taken');
    const collector = new ChangeCollector();
    collector.noteAll(outcome.journal);
    takeSchemaChanges(store, collector.changesTo(graph));
  };
  show(
    { op: 'create_label', label: 'Country', properties: { region: 'STRING' } },
    { op: 'create_edge_type', type: 'BORDERS', properties: {} },
  );
  store.setState({ viewFilter: { ...EVERYTHING_SHOWN, ...viewFilter } });
  return { show, filter: () => store.getState().viewFilter };
}

const asia = { on: 'node', of: 'Country', key: 'region', value: 'Asia', keeps: 'only' } as const;

test('goes to the new names of labels, edge types and properties', () => {
  const { show, filter } = page({
    hiddenLabels: new Set(['country']),
    onlyEdgeTypes: new Set(['borders']),
    values: [asia],
  });
  show({ op: 'rename_type', on: 'node', of: 'Country', to: 'Nation' });
  show({ op: 'rename_type', on: 'edge', of: 'BORDERS', to: 'NEXT TO' });
  show({ op: 'rename_property', on: 'node', of: 'Nation', key: 'region', to: 'part of the world' });
  expect(filter()).toEqual({
    ...EVERYTHING_SHOWN,
    hiddenLabels: new Set(['nation']),
    onlyEdgeTypes: new Set(['next to']),
    values: [{ ...asia, of: 'Nation', key: 'part of the world' }],
  });
});

test('goes along when only the case changes, and stays as it is otherwise', () => {
  const { show, filter } = page({ values: [asia] });
  show({ op: 'rename_property', on: 'node', of: 'Country', key: 'region', to: 'Region' });
  show({ op: 'rename_type', on: 'node', of: 'Country', to: 'COUNTRY' });
  expect(filter().values).toEqual([{ ...asia, of: 'COUNTRY', key: 'Region' }]);
  const before = filter();
  show({ op: 'create_label', label: 'City', properties: {} });
  show({ op: 'rename_type', on: 'node', of: 'City', to: 'Town' });
  expect(filter()).toBe(before);
});
