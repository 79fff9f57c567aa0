import { describe, expect, test } from 'vitest';
import { must } from '../assert';
import { graphFileText, readGraphFile } from '../exchange/graph-file';
import { applyPatch } from './apply-patch';
import { canonicalGraph } from './canonical';
import { readGraph, toColumns } from './columns';
import { GraphDigest } from './digest';
import { Graph } from './graph';
import { WIDEST_LIMITS } from './graph-limits';
import { type Op, opSchema } from './ops';
import { testRuleId, testViewId } from './ops.arbitrary';
import { COMPARISONS, meets, type SavedView } from './saved-views';
import { fromSnapshot, toSnapshot } from './snapshot';
import type { StyleRule } from './style-rules';

const countries: SavedView = {
  id: testViewId(1),
  name: 'Countries without a capital',
  query: 'MATCH (c:Country) WHERE c.size > $least RETURN count(*)',
  parameters: [{ name: 'least', value: 3 }],
  shows: 'number',
  condition: { is: 'equal', than: 0 },
};
const red: StyleRule = {
  id: testRuleId(1),
  rank: 1,
  on: 'node',
  of: 'Country',
  where: { key: 'size', is: 'more', value: 3 },
  look: { set: 'color', color: '#cc0000' },
};
const putView: Op = { op: 'put_view', view: countries };
const putRule: Op = { op: 'put_rule', rule: red };

function graphOf(...ops: Op[]): Graph {
  const graph = new Graph();
  expect(applyPatch(graph, ops)).toMatchObject({ status: 'applied', skipped: [] });
  return graph;
}

describe('Q1, Q2: views and rules are one value each', () => {
  test('the last one wins; what is gone can be put again', () => {
    const renamed = { ...countries, name: 'Sound' };
    const graph = graphOf(putView, putRule, { op: 'put_view', view: renamed });
    expect([graph.get('view', countries.id), graph.get('rule', red.id)]).toEqual([renamed, red]);
    const { id: viewId } = countries;
    applyPatch(graph, [{ op: 'delete_view', viewId }]);
    expect(applyPatch(graph, [{ op: 'delete_view', viewId }, putView])).toMatchObject({
      skipped: [{ op: 0, reason: 'view_gone' }],
    });
    expect(graph.get('view', viewId)).toEqual(countries);
    const gone: Op = { op: 'delete_rule', ruleId: red.id };
    expect(applyPatch(graph, [gone, gone])).toMatchObject({ skipped: [{ op: 1, reason: 'rule_gone' }] });
  });

  test('a graph has room for so many', () => {
    const graph = graphOf(putView, putRule);
    const limits = { ...WIDEST_LIMITS, views: 1, rules: 1 };
    const another: Op = { op: 'put_view', view: { ...countries, id: testViewId(2) } };
    const anotherRule: Op = { op: 'put_rule', rule: { ...red, id: testRuleId(2) } };
    expect(applyPatch(graph, [putView, putRule], limits)).toMatchObject({ status: 'applied' });
    expect(applyPatch(graph, [another], limits)).toMatchObject({ status: 'refused', code: 'LIMIT_REACHED' });
    expect(applyPatch(graph, [anotherRule], limits)).toMatchObject({ status: 'refused', code: 'LIMIT_REACHED' });
  });

  test('S1: they are part of snapshots, of both forms, and of files', () => {
    const graph = graphOf(putView, putRule);
    const same = canonicalGraph(graph);
    expect(same).not.toBe(canonicalGraph(graphOf(putView)));
    expect(canonicalGraph(fromSnapshot(toSnapshot(graph)))).toBe(same);
    const columns = readGraph(JSON.parse(JSON.stringify(toColumns(graph))));
    expect(columns.ok && canonicalGraph(columns.value)).toBe(same);
    const file = readGraphFile([...graphFileText(toSnapshot(graph))].join(''));
    expect(file.ok && canonicalGraph(file.value)).toBe(same);
  });

  test('D1: the digest does not go by the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(countries).toReversed());
    const view = must(opSchema.parse({ op: 'put_view', view: turned }), 'the op');
    const [one, other] = [new GraphDigest(graphOf(putView)), new GraphDigest(graphOf(view))];
    expect(one.read()).toEqual(other.read());
    expect(one.read()).not.toEqual(
      new GraphDigest(graphOf({ op: 'put_view', view: { ...countries, name: 'X' } })).read(),
    );
  });
});

describe('what is no view or rule is refused', () => {
  const wrongViews = {
    'an empty name': { name: ' ' },
    'an empty query': { query: ' \n' },
    'a query without end': { query: 'x'.repeat(20_001) },
    'a parameter that is no name': { parameters: [{ name: '$x', value: 1 }] },
    'a parameter that is a map': { parameters: [{ name: 'x', value: { a: 1 } }] },
    'another id': { id: 'v_1' },
    'something more': { colour: 'red' },
  };
  test.each(Object.entries(wrongViews))('%s', (_what, wrong) => {
    expect(opSchema.safeParse({ op: 'put_view', view: { ...countries, ...wrong } }).success).toBe(false);
  });

  const wrongRules = {
    'a colour by name': { look: { set: 'color', color: 'red' } },
    'a look without its fields': { look: { set: 'color_by_number', by: { key: 'size' } } },
    'a condition without a value': { where: { key: 'size', is: 'more' } },
    'a rank that is no number': { rank: Number.NaN },
    'neither nodes nor edges': { on: 'label' },
  };
  test.each(Object.entries(wrongRules))('%s', (_what, wrong) => {
    expect(opSchema.safeParse({ op: 'put_rule', rule: { ...red, ...wrong } }).success).toBe(false);
  });

  test('as they are, they are taken', () => {
    expect(opSchema.parse(putView)).toEqual(putView);
    expect(opSchema.parse(putRule)).toEqual(putRule);
  });
});

test('each comparison compares', () => {
  const met = (number: number) => COMPARISONS.filter((is) => meets({ is, than: 2 }, number));
  expect(met(1)).toEqual(['not_equal', 'less', 'at_most']);
  expect(met(2)).toEqual(['equal', 'at_most', 'at_least']);
  expect(met(3)).toEqual(['not_equal', 'more', 'at_least']);
});
