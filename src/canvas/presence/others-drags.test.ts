import { expect, test } from 'vitest';
import { testNodeId } from '../../shared/graph/ops.arbitrary';
import { NO_PRESENCE, type Peer } from '../../shared/protocol/presence';
import { newTestClientId } from '../../shared/testing/test-client-ids';
import { draggedBy } from './others-drags';

const [A, B, C] = [testNodeId(1), testNodeId(2), testNodeId(3)];

function dragging(...drags: [nodeId: string, x: number][]): Peer {
  const drag = drags.map(([nodeId, x]) => ({ nodeId, position: { x, y: 0 } }));
  const person = { name: 'Bo', color: '#026fd7' };
  return { clientId: newTestClientId(), person, role: 'editor', state: { ...NO_PRESENCE, drag } };
}

test('all that others drag is drawn, and each node at one place', () => {
  const drags = draggedBy([dragging([A, 1], [B, 2]), dragging(), dragging([B, 3], [C, 4])]);
  expect(Array.from(drags, ([id, { x }]) => [id, x])).toEqual([
    [A, 1],
    [B, 3],
    [C, 4],
  ]);
});
