import { describe, expect, test } from 'vitest';
import { applyPatch } from '../shared/graph/apply-patch';
import { ChangeCollector } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { testEdgeId, testNodeId, testRuleId } from '../shared/graph/ops.arbitrary';
import type { StyleRule } from '../shared/graph/style-rules';
import { edgeColors, edgeLook, LINE_WIDTHS } from './edge-look';
import { createEditorStore, takeRowUpdate, takeSchemaChanges } from './editor-store';
import { nodeCaption, nodeLook } from './node-look';
import { rowsOf } from './testing/rows-of-graph';

const [ULM, ROME, LINE] = [testNodeId(1), testNodeId(2), testEdgeId(1)];
const city = (nodeId: string, name: string, people: number): Op => ({
  op: 'create_node',
  nodeId,
  label: 'City',
  position: { x: 0, y: 0 },
  properties: { name, people },
});
const CITIES: readonly Op[] = [
  {
    op: 'create_label',
    label: 'City',
    properties: { name: 'STRING', people: 'INT64' },
    style: { color: '#3f6fb5', icon: 'house' },
  },
  { op: 'create_edge_type', type: 'LINE', properties: { trains: 'INT64' }, style: { color: '#b5563f' } },
  city(ULM, 'Ulm', 1),
  city(ROME, 'Rome', 9),
  { op: 'create_edge', edgeId: LINE, type: 'LINE', source: ULM, target: ROME, properties: { trains: 7 } },
];
const byPeople: StyleRule = {
  id: testRuleId(1),
  rank: 1,
  on: 'node',
  of: 'City',
  look: { set: 'size_by_number', by: { key: 'people' } },
};

function opened(...rules: StyleRule[]) {
  const [store, graph] = [createEditorStore(), new Graph()];
  const schema = (...ops: Op[]) => {
    const outcome = applyPatch(graph, ops);
    expect(outcome).toMatchObject({ status: 'applied', skipped: [] });
    if (outcome.status !== 'applied') return;
    const collector = new ChangeCollector();
    collector.noteAll(outcome.journal);
    takeSchemaChanges(store, collector.changesTo(graph));
  };
  const rows = () => takeRowUpdate(store, rowsOf(graph));
  const change = (...ops: Op[]) => {
    schema(...ops);
    rows();
  };
  const row = (id: string) => {
    const found = store.getState().nodes.get(id);
    if (found === undefined) throw new Error('no such node');
    return found;
  };
  const sizes = () => [ULM, ROME].map((id) => nodeLook(row(id), store.getState()).size);
  const edge = () => {
    const found = store.getState().edges.get(LINE);
    return found && edgeLook(found, store.getState());
  };
  change(...CITIES);
  if (rules.length > 0) schema(...rules.map((rule): Op => ({ op: 'put_rule', rule })));
  return { store, schema, rows, change, row, sizes, edge };
}

test('a rule counts as soon as it is set, and no longer when it is deleted', () => {
  const { sizes, schema } = opened(byPeople);
  expect(sizes()).toEqual(['tiny', 'huge']);
  schema({ op: 'delete_rule', ruleId: byPeople.id });
  expect(sizes()).toEqual(['medium', 'medium']);
});

test('follows the numbers, and stays the same object while none looks otherwise', () => {
  const { sizes, change, store } = opened(byPeople);
  const { ruled } = store.getState();
  change({ op: 'move_node', nodeId: ULM, position: { x: 5, y: 5 } });
  expect(store.getState().ruled).toBe(ruled);
  change({ op: 'set_property', on: 'node', id: ULM, key: 'people', value: 100 });
  expect(sizes()).toEqual(['huge', 'tiny']);
});

test('a property that is renamed is found at every moment: until the rows come by its old name, then by its new', () => {
  const { sizes, schema, rows } = opened(byPeople);
  schema({ op: 'rename_property', on: 'node', of: 'City', key: 'people', to: 'inhabitants' });
  expect(sizes()).toEqual(['tiny', 'huge']);
  rows();
  expect(sizes()).toEqual(['tiny', 'huge']);
});

describe('a rule counts more than the label, and says only what it says', () => {
  test('of a node', () => {
    const { store, row } = opened({ ...byPeople, look: { set: 'icon', icon: 'star' } });
    expect(nodeLook(row(ULM), store.getState())).toMatchObject({ color: '#3f6fb5', icon: 'star', size: 'medium' });
  });

  test('of an edge', () => {
    const on = 'edge' as const;
    const { edge, store } = opened(
      { id: testRuleId(1), rank: 1, on, look: { set: 'caption', key: 'trains' } },
      { id: testRuleId(2), rank: 2, on, look: { set: 'size', size: 'large' } },
    );
    expect(edge()).toEqual({ color: '#b5563f', icon: undefined, width: LINE_WIDTHS.large, caption: '7' });
    expect(edgeColors(store.getState())).toEqual(['#b5563f']);
  });

  test('of an edge whose type has an icon and names a caption', () => {
    const { edge, schema } = opened();
    expect(edge()).toMatchObject({ icon: undefined, caption: undefined });
    schema({ op: 'set_style', on: 'edge', of: 'LINE', style: { icon: 'link', caption: 'trains' } });
    expect(edge()).toMatchObject({ icon: 'link', caption: '7' });
    const look = { set: 'icon', icon: 'star' } as const;
    schema({ op: 'put_rule', rule: { id: testRuleId(1), rank: 1, on: 'edge', look } });
    expect(edge()).toMatchObject({ icon: 'star', caption: '7' });
  });
});

test('all colours that edges have are known', () => {
  const { edge, store, change } = opened({
    id: testRuleId(1),
    rank: 1,
    on: 'edge',
    look: { set: 'color_by_number', by: { key: 'trains' }, from: '#112233', to: '#cc4411' },
  });
  for (const value of [7, 2, 12, 90]) {
    change({
      op: 'create_edge',
      edgeId: testEdgeId(value),
      type: 'LINE',
      source: ULM,
      target: ROME,
      properties: { trains: value * 3 },
    });
    expect(edgeColors(store.getState())).toContain(edge()?.color);
  }
});

test('the caption that a rule names, where the node has it', () => {
  const { store, row, change } = opened({ ...byPeople, look: { set: 'caption', key: 'people' } });
  expect(nodeCaption(row(ULM), store.getState())).toBe('1');
  change({ op: 'remove_property', on: 'node', id: ULM, key: 'people' });
  expect(nodeCaption(row(ULM), store.getState())).toBe('Ulm');
});
