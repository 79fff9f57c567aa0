import { expect, test } from 'vitest';
import { diffGraphs } from '../shared/graph/changes';
import { Graph } from '../shared/graph/graph';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { isBulk } from './bulk';

function graphOf(count: number): Graph {
  const graph = new Graph();
  for (let n = 0; n < count; n++) {
    const id = testNodeId(n);
    graph.put('node', id, { id, label: 'Person', position: { x: n, y: 0 }, properties: new Map() });
  }
  return graph;
}

/** Whether it is bulk to go from one graph to a larger one. */
const growing = (from: number, to: number) => {
  const after = graphOf(to);
  return isBulk(diffGraphs(graphOf(from), after), after);
};

test('a graph that arrives is bulk', () => {
  expect(growing(0, 500)).toBe(true);
});

test('few changes never are, even to a small graph', () => {
  expect(growing(0, 499)).toBe(false);
});

test('many changes are not, while most of the graph stays as it was', () => {
  expect(growing(1_501, 2_001)).toBe(false);
  expect(growing(1_500, 2_000)).toBe(true);
});

test('emptying a large graph is bulk', () => {
  const after = new Graph();
  expect(isBulk(diffGraphs(graphOf(600), after), after)).toBe(true);
});
