import { describe, expect, test } from 'vitest';
import { testEdgeId, testNodeId } from '../shared/graph/ops.arbitrary';
import type { EdgeRow } from '../store/rows';
import { deleteOps } from './delete-ops';

const [A, B, C] = [testNodeId(1), testNodeId(2), testNodeId(3)];
const [AB, BC] = [testEdgeId(1), testEdgeId(2)];
const edge = (id: string, source: string, target: string): [string, EdgeRow] => [
  id,
  { id, type: 'KNOWS', source, target, properties: {} },
];
const EDGES = new Map([edge(AB, A, B), edge(BC, B, C)]);

describe('deleting', () => {
  test('a node does not name its edges, which go with it', () => {
    expect(deleteOps([A], [AB], EDGES)).toEqual([{ op: 'delete_node', nodeId: A }]);
    expect(deleteOps([B], [AB, BC], EDGES)).toEqual([{ op: 'delete_node', nodeId: B }]);
  });

  test('names an edge between others', () => {
    expect(deleteOps([A], [AB, BC], EDGES)).toEqual([
      { op: 'delete_edge', edgeId: BC },
      { op: 'delete_node', nodeId: A },
    ]);
  });

  test('an edge alone', () => {
    expect(deleteOps([], [AB], EDGES)).toEqual([{ op: 'delete_edge', edgeId: AB }]);
  });

  test('what is gone already is nothing', () => {
    expect(deleteOps([], [testEdgeId(9)], EDGES)).toEqual([]);
  });
});
