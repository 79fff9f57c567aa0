import { expect, test } from 'vitest';
import { testNodeId } from '../../shared/graph/ops.arbitrary';
import type { FlowNode } from '../flow-elements';
import { DragSnap, type Move } from './drag-snap';

const EVERYWHERE = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

function node(n: number, x: number, y: number): FlowNode {
  const id = testNodeId(n);
  const position = { x, y };
  return { id, type: 'graph', position, data: { row: { id, label: 'Person', position, properties: {} } } };
}
const move = (n: number, x: number, y: number): Move => ({
  type: 'position',
  id: testNodeId(n),
  position: { x, y },
  dragging: true,
});

test('all that is dragged snaps as one box, and not to itself', () => {
  const nodes = [node(1, 0, 0), node(2, 300, 500), node(3, 340, 700)];
  const drag = new DragSnap(nodes, new Set([testNodeId(2), testNodeId(3)]), EVERYWHERE);
  // The box of both reaches from 3 to 243: its left edge comes to that of the card above.
  drag.take([move(2, 3, 500), move(3, 43, 700)], 6);
  expect(drag.by).toEqual({ x: -3, y: 0 });
});

test('what is not in view snaps nothing', () => {
  const nodes = [node(1, 0, 0), node(2, 300, 500)];
  const seen = { x: 250, y: 400, width: 400, height: 400 };
  const drag = new DragSnap(nodes, new Set([testNodeId(2)]), seen);
  expect(drag.take([move(2, 3, 500)], 6).guides).toEqual([]);
});

test('without a reach the drag goes where it likes, and stays there', () => {
  const drag = new DragSnap([node(1, 0, 0), node(2, 300, 500)], new Set([testNodeId(2)]), EVERYWHERE);
  drag.take([move(2, 3, 500)], 6);
  drag.take([move(2, 3, 500)], 0);
  expect(drag.by).toEqual({ x: 0, y: 0 });
});
