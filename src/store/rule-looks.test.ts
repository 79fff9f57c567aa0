import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch } from '../shared/graph/apply-patch';
import { Graph } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { arbitraryOps, testEdgeId, testNodeId, testRuleId } from '../shared/graph/ops.arbitrary';
import type { RuleCondition, RuleLook, StyleRule } from '../shared/graph/style-rules';
import { OTHER_COLOR, valueColor } from './measure-scale';
import { NO_RULES, type RuleFacts, RuleLooks, ruleLooks } from './rule-looks';
import { rowsOf } from './testing/rows-of-graph';

const LABELS: Op[] = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64' } },
  { op: 'create_label', label: 'City', properties: { name: 'STRING', Age: 'DOUBLE' } },
  { op: 'create_edge_type', type: 'KNOWS', properties: { since: 'DATE' } },
];
const node = (n: number, label: string, properties: Record<string, string | number> = {}): Op => ({
  op: 'create_node',
  nodeId: testNodeId(n),
  label,
  position: { x: 0, y: 0 },
  properties,
});

let rules = 0;
const rule = (look: RuleLook, more: Partial<StyleRule> = {}): StyleRule => ({
  id: testRuleId(++rules),
  rank: rules,
  on: 'node',
  look,
  ...more,
});
const red: RuleLook = { set: 'color', color: '#cc0000' };
const blue: RuleLook = { set: 'color', color: '#0000cc' };

function graphOf(...ops: Op[]): Graph {
  const graph = new Graph();
  expect(applyPatch(graph, [...LABELS, ...ops])).toMatchObject({ status: 'applied', skipped: [] });
  return graph;
}

function factsOf(graph: Graph, given: readonly StyleRule[], measures: RuleFacts['measures'] = new Map()): RuleFacts {
  const { nodes, edges } = rowsOf(graph);
  const there = <T>(rows: ReadonlyMap<string, T | undefined>) =>
    new Map(Array.from(rows).flatMap(([id, row]) => (row === undefined ? [] : [[id, row] as const])));
  return {
    rules: new Map(given.map((each) => [each.id, each])),
    schema: graph,
    nodes: there(nodes),
    edges: there(edges),
    measures,
  };
}

/** What the rules say of each node, in the order of their ids. */
function looksOf(graph: Graph, ...given: StyleRule[]) {
  const facts = factsOf(graph, given);
  const looks = ruleLooks(facts);
  return [...facts.nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((row) => looks.node(row));
}

test('a rule is for one label, or for all; the later one counts, whatever order they were set in', () => {
  const graph = graphOf(node(1, 'Person'), node(2, 'City'));
  const all = rule(red, { rank: 1 });
  const cities = rule(blue, { rank: 2, of: 'city' });
  const round = rule({ set: 'icon', icon: 'circle' }, { rank: 0 });
  const looks = [
    { color: '#cc0000', icon: 'circle' },
    { color: '#0000cc', icon: 'circle' },
  ];
  expect(looksOf(graph, all, cities, round)).toEqual(looks);
  expect(looksOf(graph, cities, round, all)).toEqual(looks);
  expect(looksOf(graph, { ...cities, on: 'edge' })).toEqual([{}, {}]);
});

describe('conditions', () => {
  const graph = graphOf(node(1, 'Person', { age: 7, name: 'Ann' }), node(2, 'Person', { age: 30 }), node(3, 'Person'));
  const cases: [RuleCondition, boolean[]][] = [
    [{ key: 'age', is: 'equal', value: 7 }, [true, false, false]],
    [{ key: 'age', is: 'not_equal', value: 7 }, [false, true, false]],
    [{ key: 'age', is: 'less', value: 30 }, [true, false, false]],
    [{ key: 'age', is: 'at_most', value: 30 }, [true, true, false]],
    [{ key: 'AGE', is: 'more', value: 7 }, [false, true, false]],
    [{ key: 'age', is: 'at_least', value: 7 }, [true, true, false]],
    [{ key: 'age', is: 'at_least', value: '7' }, [false, false, false]],
    [{ key: 'name', is: 'contains', value: 'AN' }, [true, false, false]],
    [{ key: 'name', is: 'set' }, [true, false, false]],
    [{ key: 'name', is: 'not_set' }, [false, true, true]],
    [{ key: 'nothing', is: 'set' }, [false, false, false]],
  ];
  test.each(cases)('%j', (where, met) => {
    expect(looksOf(graph, rule(red, { where })).map(({ color }) => color !== undefined)).toEqual(met);
  });
});

test('by value: the colours that are given, one of its own for any other, grey where there is none', () => {
  const graph = graphOf(node(1, 'City', { name: 'Ulm' }), node(2, 'City', { name: 'Bonn' }), node(3, 'City'));
  const colors = [{ value: 'Ulm', color: '#123456' }];
  expect(looksOf(graph, rule({ set: 'color_by_value', by: { key: 'name' }, colors }))).toEqual([
    { color: '#123456' },
    { color: valueColor('Bonn') },
    { color: OTHER_COLOR },
  ]);
});

test('by number: from the least to the greatest of those that the rule is for', () => {
  const graph = graphOf(
    node(1, 'Person', { age: 10 }),
    node(2, 'Person', { age: 50 }),
    node(3, 'City', { Age: 900 }),
    node(4, 'Person'),
  );
  const color: RuleLook = { set: 'color_by_number', by: { key: 'age' }, from: '#000000', to: '#ff8800' };
  expect(looksOf(graph, rule(color, { of: 'Person' }))).toEqual([
    { color: '#000000' },
    { color: '#ff8800' },
    {},
    { color: OTHER_COLOR },
  ]);
  const size: RuleLook = { set: 'size_by_number', by: { key: 'age' } };
  expect(looksOf(graph, rule(size)).map((look) => look.size)).toEqual(['tiny', 'small', 'huge', 'tiny']);
});

test('what an algorithm says counts like a property', () => {
  const graph = graphOf(node(1, 'Person'), node(2, 'Person'));
  const look: RuleLook = { set: 'size_by_number', by: { algorithm: 'pagerank' } };
  const measures = new Map([
    [
      'pagerank',
      new Map([
        [testNodeId(1), 0.1],
        [testNodeId(2), 0.9],
      ]),
    ],
  ]);
  const facts = factsOf(graph, [rule(look)], measures);
  const looks = ruleLooks(facts);
  expect([...facts.nodes.values()].map((row) => looks.node(row).size)).toEqual(['tiny', 'huge']);
});

test('edges have looks, too; a caption is the property that the type has of that name', () => {
  const knows: Op = {
    op: 'create_edge',
    edgeId: testEdgeId(1),
    type: 'KNOWS',
    source: testNodeId(1),
    target: testNodeId(1),
    properties: { since: '2020-01-01' },
  };
  const facts = factsOf(graphOf(node(1, 'Person'), knows), [
    rule({ set: 'size', size: 'large' }, { on: 'edge', where: { key: 'since', is: 'less', value: '2021-01-01' } }),
    rule({ set: 'caption', key: 'SINCE' }, { on: 'edge' }),
    rule({ set: 'caption', key: 'name' }, { on: 'edge' }),
  ]);
  expect([...facts.edges.values()].map((row) => ruleLooks(facts).edge(row))).toEqual([
    { size: 'large', caption: 'since' },
  ]);
});

test('a rule follows the new names of what it names, and is none for what is gone', () => {
  const graph = graphOf(node(1, 'Person', { age: 7 }));
  const given = rule(red, { of: 'Person', where: { key: 'age', is: 'more', value: 3 } });
  applyPatch(graph, [{ op: 'rename_property', on: 'node', of: 'Person', key: 'age', to: 'years' }]);
  applyPatch(graph, [{ op: 'rename_type', on: 'node', of: 'Person', to: 'Human' }]);
  expect(looksOf(graph, given)).toEqual([{ color: '#cc0000' }]);
  applyPatch(graph, [{ op: 'delete_property', on: 'node', of: 'Human', key: 'years' }]);
  expect(looksOf(graph, given)).toEqual([{}]);
  applyPatch(graph, [{ op: 'delete_type', on: 'node', of: 'Human' }]);
  expect(ruleLooks(factsOf(graph, [given])).active).toEqual([]);
});

test('the same object as long as nothing looks otherwise', () => {
  const graph = graphOf(node(1, 'Person', { age: 10 }), node(2, 'Person', { age: 50 }), node(3, 'Person', { age: 20 }));
  const given = [rule({ set: 'size_by_number', by: { key: 'age' } }), rule(red)];
  const looks = ruleLooks(factsOf(graph, given));
  const set = (n: number, value: number) =>
    applyPatch(graph, [{ op: 'set_property', on: 'node', id: testNodeId(n), key: 'age', value }]);
  set(3, 30);
  expect(ruleLooks(factsOf(graph, given), looks)).toBe(looks);
  set(3, 60);
  expect(ruleLooks(factsOf(graph, given), looks)).not.toBe(looks);
  expect(ruleLooks(factsOf(graph, []), NO_RULES)).toBe(NO_RULES);
  expect(ruleLooks(factsOf(graph, []), looks)).toBeInstanceOf(RuleLooks);
});

test('property: looks that were kept are those that would be made anew', () => {
  fc.assert(
    fc.property(fc.array(arbitraryOps, { maxLength: 20 }), (patches) => {
      const graph = graphOf();
      let looks = NO_RULES;
      for (const ops of patches) {
        applyPatch(graph, ops);
        const saved = Array.from(graph.entries('rule'), ([, each]) => each);
        // What the schema finds things by is another object after each patch.
        const facts = { ...factsOf(graph, saved), schema: { get: graph.get.bind(graph) } };
        looks = ruleLooks(facts, looks);
        const anew = ruleLooks(facts);
        for (const row of facts.nodes.values()) expect(looks.node(row)).toEqual(anew.node(row));
        for (const row of facts.edges.values()) expect(looks.edge(row)).toEqual(anew.edge(row));
      }
    }),
  );
});
