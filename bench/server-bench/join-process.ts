/**
 * Someone who joins once, in a process that does nothing else: like a tab that was just opened, its code is cold. To be
 * started with --disallow-code-generation-from-strings, which the page's content security policy comes to as well.
 */
import diagnostics from 'node:diagnostics_channel';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { Replica } from '../../src/replica/replica';
import { fetchSnapshot } from '../../src/session/room-api';
import { openRoomSocket } from '../../src/session/room-socket';
import { Session } from '../../src/session/session';
import { assert } from '../../src/shared/assert';
import { realClock } from '../../src/shared/clock';
import type { GraphView } from '../../src/shared/graph/graph';
import { fromSnapshot, snapshotSchema } from '../../src/shared/graph/snapshot';
import { parseJson } from '../../src/shared/protocol/parse';
import { newTestClientId, TEST_SECRET } from '../../src/shared/testing/test-client-ids';
import { serveParent } from './child';

/** `room` and `key`: of Kumiko; left out for the server that sends one frame of JSON. */
const task = z.object({ url: z.string(), room: z.string().optional(), key: z.string().optional() });

/** Every TCP connection this process makes. */
const sockets: Socket[] = [];
diagnostics.subscribe('net.client.socket', (message) => {
  if (typeof message !== 'object' || message === null || !('socket' in message)) return;
  if (message.socket instanceof Socket) sockets.push(message.socket);
});

const bytesRead = () => sockets.reduce((sum, socket) => sum + socket.bytesRead, 0);

/** Joins a room of Kumiko as a tab does. */
function joinRoom(url: string, room: string, key: string | undefined): Promise<GraphView> {
  const { host } = new URL(url);
  const replica = new Replica(newTestClientId());
  return new Promise((resolve, reject) => {
    const session: Session = new Session({
      replica,
      clock: realClock,
      newClientId: newTestClientId,
      credentials: { clientSecret: TEST_SECRET, key: () => key, tryAnotherKey: () => false },
      person: () => ({ name: 'Bench', color: '#123456' }),
      copy: { queued: () => {}, requeued: () => {}, confirmed: () => {}, replaced: () => {} },
      presence: { joined: () => {}, lost: () => {}, hear: () => {} },
      connect: (events) => openRoomSocket({ host, room, secure: false, WebSocket }, events),
      fetchSnapshot: (path) => fetchSnapshot(new URL(path, url).href, { key }),
      onChanges: () => {},
      onSettled: () => {},
      onAccess: () => {},
      onProgress: () => {
        if (session.phase === 'live') resolve(replica.view);
      },
      onTrouble: (sentence) => reject(new Error(sentence)),
    });
  });
}

/** Takes a whole graph as one frame, with as much care and into the same state. */
async function takeFrame(url: string): Promise<GraphView> {
  const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false });
  const [frame] = await once(socket, 'message');
  const snapshot = parseJson(snapshotSchema, String(frame));
  assert(snapshot.ok, 'the frame is a snapshot');
  const replica = new Replica(newTestClientId());
  replica.receive([{ type: 'reset', serverVersion: 1, graph: fromSnapshot(snapshot.value) }]);
  return replica.view;
}

serveParent(
  async (message) => {
    const { url, room, key } = task.parse(message);
    // A tab has its page from the same server by then. Here it also has Node compile its fetch, which browsers need not.
    if (room !== undefined) await (await fetch(`${url}/healthz`)).text();
    const before = bytesRead();
    const start = performance.now();
    const graph = await (room === undefined ? takeFrame(url) : joinRoom(url, room, key));
    const milliseconds = performance.now() - start;
    return { milliseconds, bytes: bytesRead() - before, elements: graph.count('node') + graph.count('edge') };
  },
  async () => {},
);
