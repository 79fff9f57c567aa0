import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { connectedWith, within } from './neighbourhood';
import type { EdgeRow } from './rows';

const edge = (id: number, source: number, target: number): EdgeRow => ({
  id: testEdgeId(id),
  type: 'KNOWS',
  source: testNodeId(source),
  target: testNodeId(target),
  properties: {},
});
const nodes = (...numbers: number[]) => new Set(numbers.map(testNodeId));
/** 0 → 1 → 2 → 0, 3 → 2, 4 → 4, 5 → 6. */
const EDGES = [edge(0, 0, 1), edge(1, 1, 2), edge(2, 2, 0), edge(3, 3, 2), edge(4, 4, 4), edge(5, 5, 6)];

describe('neighbours', () => {
  test('lie one step away, along the edges, against them, or both', () => {
    expect(within(1, nodes(2), EDGES, 'out')).toEqual(nodes(2, 0));
    expect(within(1, nodes(2), EDGES, 'in')).toEqual(nodes(2, 1, 3));
    expect(within(1, nodes(2), EDGES)).toEqual(nodes(2, 0, 1, 3));
  });

  test('of several are those of each; of none, none', () => {
    expect(within(1, nodes(3, 5), EDGES)).toEqual(nodes(3, 2, 5, 6));
    expect(within(1, nodes(), EDGES)).toEqual(nodes());
  });

  test('in no step, one is where one was; and one’s own neighbour too', () => {
    expect(within(0, nodes(2), EDGES)).toEqual(nodes(2));
    expect(within(1, nodes(4), EDGES)).toEqual(nodes(4));
  });
});

test('what is connected is reached whichever way the edges lead', () => {
  expect(connectedWith(nodes(3), EDGES)).toEqual(nodes(3, 2, 1, 0));
  expect(connectedWith(nodes(6), EDGES)).toEqual(nodes(5, 6));
});

test('two steps are one step and another; enough of them are all that is connected', () => {
  const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 14 });
  fc.assert(
    fc.property(edges, fc.array(fc.nat(9)), fc.constantFrom('in', 'out', 'both'), (pairs, from, direction) => {
      const rows = pairs.map(([source, target], i) => edge(i, source, target));
      const start = nodes(...from);
      const twice = within(1, within(1, start, rows, direction), rows, direction);
      expect(within(2, start, rows, direction)).toEqual(twice);
      expect(within(10, start, rows)).toEqual(connectedWith(start, rows));
    }),
  );
});
