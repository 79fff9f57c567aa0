import { expect, test } from 'vitest';
import { selectedPart, wholeGraph } from '../../picture/picture-content';
import { applyPatch } from '../../shared/graph/apply-patch';
import { ChangeCollector } from '../../shared/graph/changes';
import { Graph } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import { testRuleId } from '../../shared/graph/ops.arbitrary';
import type { RuleLook, StyleRule } from '../../shared/graph/style-rules';
import { createEditorStore, takeRowUpdate, takeSchemaChanges } from '../../store/editor-store';
import { measureOf, type WayToShow } from '../../store/measure';
import { GROUP_COLORS, LEGEND_COLORS, OTHER_COLOR } from '../../store/measure-scale';
import { rowsOf } from '../../store/testing/rows-of-graph';
import { ANN, BO, FAMILY } from '../testing/family';
import { pictureLegend } from './picture-legend';

const AGED: readonly Op[] = [
  { op: 'set_property', on: 'node', id: ANN, key: 'age', value: 7 },
  { op: 'set_property', on: 'node', id: BO, key: 'age', value: 40 },
];

function stateOf(...ops: readonly Op[]) {
  const [store, graph] = [createEditorStore(), new Graph()];
  const outcome = applyPatch(graph, [...FAMILY, ...AGED, ...ops]);
  expect(outcome).toMatchObject({ status: 'applied', skipped: [] });
  if (outcome.status === 'applied') {
    const collector = new ChangeCollector();
    collector.noteAll(outcome.journal);
    takeSchemaChanges(store, collector.changesTo(graph));
  }
  takeRowUpdate(store, rowsOf(graph));
  return store.getState();
}

const rule = (n: number, look: RuleLook, rest: Partial<StyleRule> = {}): Op => ({
  op: 'put_rule',
  rule: { id: testRuleId(n), rank: n, on: 'node', of: 'Person', look, ...rest },
});
const legendOf = (...ops: readonly Op[]) => pictureLegend(wholeGraph(stateOf(...ops)));

test('there is none where nothing is styled, and none for a caption', () => {
  expect(legendOf()).toEqual([]);
  expect(legendOf(rule(1, { set: 'caption', key: 'name' }))).toEqual([]);
});

test('each rule is told with what its looks mean, the one that counts most first', () => {
  const colors = [{ value: 7, color: '#b5563f' }];
  const by = { key: 'age' };
  const told = legendOf(
    rule(1, { set: 'color', color: '#b5563f' }),
    rule(2, { set: 'icon', icon: 'heart' }),
    rule(3, { set: 'size', size: 'large' }),
    rule(4, { set: 'color_by_value', by, colors }),
    rule(5, { set: 'color_by_number', by, from: '#000000', to: '#ffffff' }),
    rule(6, { set: 'size_by_number', by }),
  );
  expect(told).toEqual([
    { words: 'Person: size by age', sample: expect.objectContaining({ kind: 'cards', ticks: ['7', '15.3', '40'] }) },
    {
      words: 'Person: colour by age',
      sample: { kind: 'ramp', colors: ['#000000', '#ffffff'], ticks: ['7', '15.3', '40'] },
    },
    {
      words: 'Person: colour by age',
      sample: {
        kind: 'values',
        values: [
          { words: '7', color: '#b5563f' },
          { words: expect.stringContaining('Other values'), color: undefined },
        ],
      },
    },
    { words: 'Person: size Large', sample: undefined },
    { words: 'Person: icon Heart', sample: { kind: 'icon', icon: 'heart' } },
    { words: 'Person: colour Brick red', sample: { kind: 'color', color: '#b5563f' } },
  ]);
});

test('edges are thick by numbers, and things are called as they are now', () => {
  const [thick] = legendOf(
    { op: 'set_property', on: 'edge', id: stateOf().edges.keys().next().value ?? '', key: 'since', value: 1999 },
    rule(1, { set: 'size_by_number', by: { key: 'since' } }, { on: 'edge', of: 'KNOWS' }),
    { op: 'rename_property', on: 'edge', of: 'KNOWS', key: 'since', to: 'from' },
  );
  expect(thick).toMatchObject({ words: 'KNOWS: thickness by from', sample: { kind: 'lines' } });
});

test('what nothing in the picture looks by is not told', () => {
  const state = stateOf(
    rule(1, { set: 'color', color: '#b5563f' }, { where: { key: 'age', is: 'more', value: 30 } }),
    rule(2, { set: 'color', color: '#b5563f' }, { where: { key: 'age', is: 'more', value: 300 } }),
    rule(3, { set: 'size', size: 'large' }, { on: 'edge', of: 'KNOWS' }),
  );
  const wordsOf = (selectedNodes: string[]) =>
    pictureLegend(selectedPart({ ...state, selectedNodes, selectedEdges: [] })).map(({ words }) => words);
  expect(wordsOf([ANN])).toEqual([]);
  expect(wordsOf([BO])).toEqual(['Person where age > 30: colour Brick red']);
  expect(pictureLegend(wholeGraph(state)).map(({ words }) => words)).toEqual([
    'KNOWS: thickness Large',
    'Person where age > 30: colour Brick red',
  ]);
});

function measured(algorithm: 'degree' | 'communities', show: WayToShow, values: ReadonlyMap<string, number>) {
  const setting = { scope: 'all', selected: new Set<string>(), edgeTypes: undefined, directed: false } as const;
  const isGroups = algorithm === 'communities';
  const found = { values, isGroups, edges: 0, leftOut: 0, show, revision: 0 };
  const measure = measureOf({ ...found, setting: { ...setting, algorithm, weight: undefined } });
  return pictureLegend({ ...wholeGraph(stateOf(rule(1, { set: 'icon', icon: 'heart' }))), measure });
}

test('a measure is told after the rules, as colours or sizes, while it is shown', () => {
  const values = new Map([
    [ANN, 1],
    [BO, 5],
  ]);
  const ticks = ['1', '2', '5'];
  expect(measured('degree', 'color', values)).toEqual([
    expect.objectContaining({ words: 'Person: icon Heart' }),
    { words: 'Connections', sample: { kind: 'ramp', colors: LEGEND_COLORS, ticks } },
  ]);
  expect(measured('degree', 'size', values)[1]).toMatchObject({ sample: { kind: 'cards', ticks } });
  expect(measured('degree', 'nothing', values)).toHaveLength(1);
});

test('of groups the largest are told, and how many nodes are in others', () => {
  const values = new Map(Array.from({ length: GROUP_COLORS.length + 3 }, (_, n) => [`n${n}`, n + 1]));
  const [, groups] = measured('communities', 'color', new Map([...values, [ANN, 1]]));
  expect(groups).toMatchObject({ words: 'Communities (Louvain)', sample: { kind: 'values' } });
  const told = groups?.sample?.kind === 'values' ? groups.sample.values : [];
  expect(told).toHaveLength(GROUP_COLORS.length + 1);
  expect(told[0]).toEqual({ words: 'Group 1: 2 nodes', color: GROUP_COLORS[0] });
  expect(told.at(-1)).toEqual({ words: '3 nodes in other groups', color: OTHER_COLOR });
});
