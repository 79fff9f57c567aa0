import { expect, test } from 'vitest';
import type { FoundOfType } from '../../search/search-answer';
import type { ElementType } from '../../shared/graph/model';
import { testNodeId } from '../../shared/graph/ops.arbitrary';
import type { NodeRow } from '../../store/rows';
import { areSame, resultsOf } from './results';

const type = (name: string): ElementType => ({ name, properties: new Map(), style: {} });
const row = (n: number): NodeRow => ({ id: testNodeId(n), label: 'City', position: { x: 0, y: 0 }, properties: {} });
const shown = (...nodes: NodeRow[]) => ({
  nodes: new Map(nodes.map((each) => [each.id, each])),
  edges: new Map(),
  labels: new Map(['City', 'Person', 'Dog'].map((name) => [name.toLowerCase(), type(name)])),
  edgeTypes: new Map([['knows', type('KNOWS')]]),
});
const found = (kind: FoundOfType['kind'], name: string, isAsTyped: boolean, ...ids: string[]): FoundOfType => {
  const listed = ids.map((id) => ({ id, because: [], marks: [] }));
  return { kind, type: name, count: ids.length, isAsTyped, listed };
};

test('results are by label, then by edge type, in the order of the schema; after them what is only like it', () => {
  const types = [
    found('edge', 'KNOWS', true),
    found('node', 'City', false),
    found('node', 'Dog', true),
    found('node', 'Person', true),
  ];
  const { groups } = resultsOf({ query: 'x', count: 0, types }, shown());
  expect(groups.map(({ name }) => name)).toEqual(['Person', 'Dog', 'KNOWS', 'City']);
});

test('what is not on screen yet is counted, and listed once it is', () => {
  const answer = { query: 'x', count: 2, types: [found('node', 'City', true, testNodeId(1), testNodeId(2))] };
  const before = resultsOf(answer, shown(row(1)));
  expect([before.count, before.groups[0]?.count, before.groups[0]?.listed.length]).toEqual([2, 2, 1]);
  const after = resultsOf(answer, shown(row(1), row(2)));
  expect(after.groups[0]?.listed.length).toBe(2);
  expect(areSame(before, after)).toBe(false);
});

test('results are the same for as long as their rows are', () => {
  const answer = { query: 'x', count: 1, types: [found('node', 'City', true, testNodeId(1))] };
  const one = row(1);
  expect(areSame(resultsOf(answer, shown(one)), resultsOf(answer, shown(one, row(2))))).toBe(true);
  expect(areSame(resultsOf(answer, shown(one)), resultsOf(answer, shown(row(1))))).toBe(false);
});
