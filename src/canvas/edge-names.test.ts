import { describe, expect, test } from 'vitest';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import { NODE_SIZE } from '../store/node-size';
import type { NodeRow } from '../store/rows';
import { EdgeNames } from './edge-names';
import { flowEdge } from './flow-elements';

const [ADA, GRACE] = [testNodeId(1), testNodeId(2)];
const row = (id: string, name: string, x = 0): NodeRow => ({
  id,
  label: 'Person',
  position: { x, y: 0 },
  properties: { name },
});
const edge = (number: number, source = ADA, target = GRACE) =>
  flowEdge(
    { id: testEdgeId(number), type: 'ADMIRES', source, target, properties: {} },
    0,
    1,
    () => NODE_SIZE,
    undefined,
  );

function named() {
  const nodes = new Map([ADA, GRACE].map((id, index) => [id, row(id, index === 0 ? 'Ada' : 'Grace')]));
  const names = new EdgeNames(({ properties }) => String(properties['name']));
  return { nodes, names };
}

describe('an edge', () => {
  test('is called by what it joins', () => {
    const { nodes, names } = named();
    const [there, loop] = names.of([edge(1), edge(2, ADA, ADA)], nodes);
    expect([there?.ariaLabel, loop?.ariaLabel]).toEqual(['Ada ADMIRES Grace', 'Ada ADMIRES Ada']);
  });

  test('follows its ends: a new name, and one that is not there yet', () => {
    const { nodes, names } = named();
    const edges = [edge(1)];
    nodes.delete(GRACE);
    expect(names.of(edges, nodes)[0]?.ariaLabel).toBe('Ada ADMIRES');
    nodes.set(GRACE, row(GRACE, 'Grace Hopper'));
    expect(names.of(edges, nodes)[0]?.ariaLabel).toBe('Ada ADMIRES Grace Hopper');
  });
});

test('what has not changed stays the same object, so that it is not drawn anew', () => {
  const { nodes, names } = named();
  const [first, second] = [edge(1), edge(2, ADA, ADA)];
  const before = names.of([first, second], nodes);
  nodes.set(GRACE, row(GRACE, 'Grace', 50));
  expect(names.of([first, second], nodes)).toBe(before);
  nodes.set(GRACE, row(GRACE, 'Grace Hopper'));
  const after = names.of([first, second], nodes);
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
});
