import { describe, expect, test } from 'vitest';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { LIMITS } from '../../shared/limits';
import { presenceChangeSchema } from '../../shared/protocol/presence';
import { shownCursor, shownDrag, shownSelection } from './own-presence';

const move = (n: number, x: number, dragging?: boolean) =>
  ({
    type: 'position',
    id: testNodeId(n),
    position: { x, y: 0 },
    ...(dragging !== undefined && { dragging }),
  }) as const;
const MANY = LIMITS.presenceItems + 50;

test('a cursor is told in whole units; none is none', () => {
  expect(shownCursor({ x: 1.4, y: -0.2 })).toEqual({ cursor: { x: 1, y: 0 } });
  expect(shownCursor(undefined)).toEqual({ cursor: null });
});

test('a selection is told as far as the limit goes', () => {
  const nodes = Array.from({ length: MANY }, (_, n) => testNodeId(n));
  const change = shownSelection(nodes, [testEdgeId(1)]);
  expect(change.selection?.nodes).toEqual(nodes.slice(0, LIMITS.presenceItems));
  expect(change.selection?.edges).toEqual([testEdgeId(1)]);
});

describe('a drag', () => {
  test('is told of all nodes that move with it', () => {
    expect(shownDrag([move(1, 10.6, true), move(2, 20, true)])).toEqual({
      drag: [
        { nodeId: testNodeId(1), position: { x: 11, y: 0 } },
        { nodeId: testNodeId(2), position: { x: 20, y: 0 } },
      ],
    });
  });

  test('is over with its last change, and was never one when a key moved the node', () => {
    expect(shownDrag([move(1, 10, false)])).toEqual({ drag: [] });
    expect(shownDrag([move(1, 10)])).toEqual({ drag: [] });
  });

  test('is not spoken of when the changes are about something else', () => {
    expect(shownDrag([])).toBeUndefined();
    expect(shownDrag([{ type: 'select', id: testNodeId(1), selected: true }])).toBeUndefined();
  });
});

test('nothing is told that the wire would refuse', () => {
  const farOut = LIMITS.coordinate + 5;
  for (const change of [
    shownCursor({ x: farOut, y: 0 }),
    shownCursor({ x: 0, y: Number.NaN }),
    shownDrag([move(1, farOut, true), move(2, 0, true)]),
    shownDrag(Array.from({ length: MANY }, (_, n) => move(n, n, true))),
    shownSelection(
      Array.from({ length: MANY }, (_, n) => testNodeId(n)),
      Array.from({ length: MANY }, (_, n) => testEdgeId(n)),
    ),
  ]) {
    expect(presenceChangeSchema.parse(change)).toEqual(change);
  }
});
