import { expect, test } from 'vitest';
import { testEdgeId, testNodeId, testViewId } from '../shared/graph/ops.arbitrary';
import { filterParts } from './filter-parts';
import {
  EVERYTHING_SHOWN,
  filteredByView,
  hiding,
  isEdgeAllowed,
  isFiltering,
  isNodeShown,
  showingAlso,
  showingAlways,
  withViewShown,
} from './view-filter';

const [VIEW, OTHER] = [testViewId(1), testViewId(2)];
const node = (n: number) => ({ id: testNodeId(n), label: 'Person', position: { x: 0, y: 0 }, properties: {} });
const edge = (n: number) => ({
  id: testEdgeId(n),
  type: 'KNOWS',
  source: testNodeId(n),
  target: testNodeId(n + 1),
  properties: {},
});
const shows = (nodes: number[], edges?: number[]) => ({
  nodes: new Set(nodes.map(testNodeId)),
  edges: edges && new Set(edges.map(testEdgeId)),
});

test('all is shown until it is known what the view has, and then only that', () => {
  const waiting = filteredByView(EVERYTHING_SHOWN, VIEW);
  expect([isFiltering(waiting), isNodeShown(waiting, node(9))]).toEqual([true, true]);
  const filter = withViewShown(waiting, VIEW, shows([1, 2], [1]));
  expect([1, 2, 3].map((n) => isNodeShown(filter, node(n)))).toEqual([true, true, false]);
  expect([1, 2].map((n) => isEdgeAllowed(filter, edge(n)))).toEqual([true, false]);
  expect(isEdgeAllowed(withViewShown(filter, VIEW, shows([1, 2])), edge(7))).toBe(true);
});

test('it goes together with what is hidden otherwise, and is taken off alone', () => {
  const filter = withViewShown(
    filteredByView(hiding(EVERYTHING_SHOWN, [testNodeId(1)], []), VIEW),
    VIEW,
    shows([1, 2]),
  );
  expect([1, 2, 3].map((n) => isNodeShown(filter, node(n)))).toEqual([false, true, false]);
  const [part] = filterParts(filter);
  expect(part).toMatchObject({ kind: 'byView', view: VIEW });
  expect(part?.without(filter)).toEqual(hiding(EVERYTHING_SHOWN, [testNodeId(1)], []));
  expect(filteredByView(filteredByView(EVERYTHING_SHOWN, VIEW), undefined)).toBe(EVERYTHING_SHOWN);
});

test('another view takes its place, without its exceptions; what comes too late for it counts no more', () => {
  const first = showingAlways(
    withViewShown(filteredByView(EVERYTHING_SHOWN, VIEW), VIEW, shows([1])),
    [testNodeId(5)],
    [],
  );
  expect(isNodeShown(first, node(5))).toBe(true);
  const second = withViewShown(filteredByView(first, OTHER), OTHER, shows([2]));
  expect([1, 2, 5].map((n) => isNodeShown(second, node(n)))).toEqual([false, true, false]);
  expect(withViewShown(second, VIEW, shows([1]))).toBe(second);
});

test('the same once more is nothing new', () => {
  const filter = withViewShown(filteredByView(EVERYTHING_SHOWN, VIEW), VIEW, shows([1, 2], [1]));
  expect(withViewShown(filter, VIEW, shows([2, 1], [1]))).toBe(filter);
  expect(withViewShown(filter, VIEW, shows([1, 2]))).not.toBe(filter);
  expect(withViewShown(filter, VIEW, shows([1, 3], [1]))).not.toBe(filter);
});

test('neighbours are shown beside it', () => {
  const filter = withViewShown(filteredByView(EVERYTHING_SHOWN, VIEW), VIEW, shows([1]));
  expect(isNodeShown(showingAlso(filter, new Set([testNodeId(2)])), node(2))).toBe(true);
});
