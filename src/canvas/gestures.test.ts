import { describe, expect, test } from 'vitest';
import { type Op, opsSchema } from '../shared/graph/ops';
import { testNodeId } from '../shared/graph/ops.arbitrary';
import { NODE_SIZE } from '../store/node-size';
import type { NodeRow } from '../store/rows';
import { moveOps } from './gestures';

const [A, B, C] = [testNodeId(1), testNodeId(2), testNodeId(3)];
const node = (id: string, x: number, y: number): [string, NodeRow] => [
  id,
  { id, label: 'Person', position: { x, y }, properties: {} },
];
const NODES = new Map([node(A, 0, 0), node(B, 10, 10), node(C, 20, 20)]);

/** What the wire takes is what the gesture made. */
const wellFormed = (ops: readonly Op[]) => expect(opsSchema.parse(ops)).toEqual(ops);

describe('moves', () => {
  const position = (id: string, x: number, y: number, dragging = false) =>
    ({ type: 'position', id, position: { x, y }, dragging }) as const;

  test('of a drag that ends are one op for each node, rounded', () => {
    const ops = moveOps([position(A, 5.4, -3.6), position(B, 11, 10)], NODES);
    wellFormed(ops);
    expect(ops).toEqual([
      { op: 'move_node', nodeId: A, position: { x: 5, y: -4 } },
      { op: 'move_node', nodeId: B, position: { x: 11, y: 10 } },
    ]);
  });

  test('of a drag in progress are nothing yet', () => {
    expect(moveOps([position(A, 5, 5, true)], NODES)).toEqual([]);
  });

  test('that lead back, or by less than a unit, are nothing', () => {
    expect(moveOps([position(A, 0, 0), position(B, 10.3, 9.8)], NODES)).toEqual([]);
  });

  test('of a node that is gone are nothing', () => {
    expect(moveOps([position(testNodeId(9), 5, 5)], NODES)).toEqual([]);
  });

  test('are the only changes that count', () => {
    expect(
      moveOps(
        [
          { type: 'select', id: A, selected: true },
          { type: 'dimensions', id: A, dimensions: NODE_SIZE },
          { type: 'position', id: A, dragging: false },
        ],
        NODES,
      ),
    ).toEqual([]);
  });
});
