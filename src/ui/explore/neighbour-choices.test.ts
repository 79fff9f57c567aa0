import { expect, test } from 'vitest';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import type { EdgeRow, NodeRow } from '../../store/rows';
import { EVERYTHING_SHOWN, hiding, showingOnly, withEdgeType, withLabel } from '../../store/view-filter';
import type { Neighbours } from './ask-neighbours';
import { neighbourChoices } from './neighbour-choices';

const [ME, ANN, BO, CITY] = [0, 1, 2, 3].map(testNodeId);
const node = (id = '', label = 'Person'): NodeRow => ({ id, label, position: { x: 0, y: 0 }, properties: {} });
const edge = (n: number, type: string, source = '', target = ''): EdgeRow => ({
  id: testEdgeId(n),
  type,
  source,
  target,
  properties: {},
});
const nodes = new Map([node(ME), node(ANN), node(BO), node(CITY, 'City')].map((row) => [row.id, row]));
const edges = new Map(
  [
    edge(0, 'KNOWS', ME, ANN),
    edge(1, 'KNOWS', ME, BO),
    edge(2, 'KNOWS', ME, BO),
    edge(3, 'KNOWS', ANN, ME),
    edge(4, 'IN', ME, CITY),
  ].map((row) => [row.id, row]),
);
const group = (type: string, direction: 'out' | 'in', ids: readonly number[], ...to: string[]): Neighbours => ({
  type,
  direction,
  nodes: to,
  edges: ids.map(testEdgeId),
});
const GROUPS = [
  group('KNOWS', 'out', [0, 1, 2], ANN ?? '', BO ?? ''),
  group('KNOWS', 'in', [3], ANN ?? ''),
  group('IN', 'out', [4], CITY ?? ''),
];
/** How many there are, and how many of them are hidden, by choice. */
const counts = (viewFilter = EVERYTHING_SHOWN, groups = GROUPS) =>
  neighbourChoices(groups, { nodes, edges, viewFilter }).map(({ key, nodes: found, hidden }) => [
    key,
    found.length,
    hidden,
  ]);

test('by type and direction, and all of them, each neighbour once', () => {
  expect(counts()).toEqual([
    ['out KNOWS', 2, 0],
    ['in KNOWS', 1, 0],
    ['out IN', 1, 0],
    ['all', 3, 0],
  ]);
  expect(counts(EVERYTHING_SHOWN, GROUPS.slice(0, 1))).toEqual([['out KNOWS', 2, 0]]);
  expect(counts(EVERYTHING_SHOWN, [])).toEqual([]);
});

test('hidden is who is not on the canvas, whatever hides them', () => {
  const hidden = (filter: typeof EVERYTHING_SHOWN) => counts(filter).map(([, , count]) => count);
  expect(hidden(withLabel(EVERYTHING_SHOWN, 'City', true, nodes))).toEqual([0, 0, 1, 1]);
  expect(hidden(showingOnly(EVERYTHING_SHOWN, new Set([ME ?? '', BO ?? ''])))).toEqual([1, 1, 1, 2]);
  expect(hidden(withEdgeType(EVERYTHING_SHOWN, 'KNOWS', true, edges))).toEqual([2, 1, 0, 2]);
});

test('hidden is also who is there without any of these edges; one of several is enough', () => {
  expect(counts(hiding(EVERYTHING_SHOWN, [], [testEdgeId(1)]))[0]).toEqual(['out KNOWS', 2, 0]);
  expect(counts(hiding(EVERYTHING_SHOWN, [], [testEdgeId(1), testEdgeId(2)]))[0]).toEqual(['out KNOWS', 2, 1]);
});
