/** Three others in a graph while someone drags: each edits ten times a second, and points, selects and drags as people do. */
import { TestClient } from '../../server/testing/test-client';
import { must } from '../../src/shared/assert';
import type { Position } from '../../src/shared/graph/model';
import type { Op } from '../../src/shared/graph/ops';
import { newTestClientId } from '../../src/shared/testing/test-client-ids';
import type { CreateNodeOp } from './grid-scene';

const OTHERS = 3;
/** Milliseconds from one patch of a client to its next, and from one look at its presence to the next. */
const [EDIT_GAP, SHOW_GAP] = [100, 50];

export interface Others {
  start(): void;
  pause(): void;
}

/**
 * @param named they change properties of these
 * @param moved and move these
 */
export async function joinOthers(
  url: string,
  room: string,
  named: readonly CreateNodeOp[],
  moved: readonly CreateNodeOp[],
): Promise<Others> {
  const clients = Array.from({ length: OTHERS }, () => new TestClient(url, room));
  for (const [index, client] of clients.entries()) {
    await client.join(newTestClientId(), { person: { name: `Other ${index + 1}`, color: '#0a7d55' } });
    void forget(client);
  }
  let [patches, shows] = [0, 0];
  let timers: NodeJS.Timeout[] = [];
  const edit = () => {
    for (const client of clients) {
      client.patch(Math.floor(patches / OTHERS) + 1, [opNo(patches, named, moved)]);
      patches += 1;
    }
  };
  const show = () => {
    for (const [index, client] of clients.entries()) {
      shows += 1;
      client.send({ type: 'presence', ...doing(shows, nth(moved, index)) });
    }
  };
  return {
    start: () => {
      timers = [setInterval(edit, EDIT_GAP), setInterval(show, SHOW_GAP)];
    },
    pause: () => timers.forEach(clearInterval),
  };
}

/** What the server says is taken, and not looked at. */
async function forget(client: TestClient): Promise<never> {
  for (;;) await client.nextOfAll();
}

/** Names and moves in turn. */
function opNo(n: number, named: readonly CreateNodeOp[], moved: readonly CreateNodeOp[]): Op {
  if (n % 2 === 0) {
    return { op: 'set_property', on: 'node', id: nth(named, n * 37).nodeId, key: 'name', value: `Renamed ${n}` };
  }
  const { nodeId, position } = nth(moved, n);
  return { op: 'move_node', nodeId, position: near(position, n) };
}

/** The pointer on its way, with one of the nodes under it. */
function doing(n: number, { nodeId, position }: CreateNodeOp) {
  const at = near(position, n);
  return { cursor: at, selection: { nodes: [nodeId], edges: [] }, drag: [{ nodeId, position: at }] };
}

function near({ x, y }: Position, n: number): Position {
  return { x: x + ((n * 7) % 50), y: y + ((n * 13) % 50) };
}

function nth(nodes: readonly CreateNodeOp[], n: number): CreateNodeOp {
  return must(nodes[n % nodes.length], 'a node');
}
