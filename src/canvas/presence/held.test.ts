import { describe, expect, test } from 'vitest';
import { shallow } from 'zustand/vanilla/shallow';
import { testEdgeId, testNodeId } from '../../shared/graph/ops.arbitrary';
import { NO_PRESENCE, type Peer } from '../../shared/protocol/presence';
import { newTestClientId } from '../../shared/testing/test-client-ids';
import { heldBy, selectionsOf } from './held';

const [A, B, E] = [testNodeId(1), testNodeId(2), testEdgeId(1)];

function peer(name: string, color: string, nodes: string[] = [], edges: string[] = []): Peer {
  const selection = nodes.length + edges.length === 0 ? NO_PRESENCE.selection : { nodes, edges };
  return { clientId: newTestClientId(), person: { name, color }, role: 'editor', state: { ...NO_PRESENCE, selection } };
}

const bo = peer('Bo', '#026fd7', [A], [E]);
const cem = peer('Cem', '#02823a');

test('what others selected is marked with their colour and name', () => {
  const held = heldBy(selectionsOf([cem, bo, peer('Dee', '#a422fd')]));
  expect([...held.nodes]).toEqual([[A, { color: '#026fd7', names: 'Bo' }]]);
  expect([...held.edges]).toEqual([[E, { color: '#026fd7', names: 'Bo' }]]);
});

test('what several selected has the colour of the first and all the names', () => {
  const held = heldBy(selectionsOf([bo, peer('Dee', '#a422fd', [A, B])]));
  expect(held.nodes.get(A)).toEqual({ color: '#026fd7', names: 'Bo, Dee' });
  expect(held.nodes.get(B)).toEqual({ color: '#a422fd', names: 'Dee' });
});

describe('nothing is marked anew', () => {
  const moved = (someone: Peer): Peer => ({ ...someone, state: { ...someone.state, cursor: { x: 1, y: 1 } } });
  const same = (now: Peer[]) => shallow(selectionsOf([bo, cem]), selectionsOf(now));

  test('while only cursors move', () => {
    expect(same([moved(bo), moved(cem)])).toBe(true);
  });

  test('but when someone selects something else, goes, or is called something else', () => {
    expect(same([bo, peer('Cem', '#02823a', [B])])).toBe(false);
    expect(same([cem])).toBe(false);
    expect(same([{ ...bo, person: { ...bo.person, name: 'Bob' } }, cem])).toBe(false);
  });
});
