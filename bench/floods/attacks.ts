/** The floods: each goes on until it is stopped, as fast as the line carries it. All come from one address. */
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { PROTOCOL_VERSION } from '../../src/shared/protocol/version';
import { newTestClientId, TEST_SECRET } from '../../src/shared/testing/test-client-ids';
import type { Line } from './line';

export const FLOODS = [
  'connections',
  'connections that are slow to say hello',
  'messages',
  'presence',
  'patches',
  'patches by viewers',
  'patches of 4 MB',
  'messages of 4 MB that are none',
  'HTTP requests',
  'HTTP bodies, large and packed',
  'failing sign-ins, by WebSocket',
] as const;
export type Flood = (typeof FLOODS)[number];

export const targetSchema = z.object({
  /** Of the server. */
  url: z.string(),
  /** A room of the attacker's own, with keys to it. */
  room: z.string(),
  editor: z.string(),
  viewer: z.string(),
});
export type Target = z.infer<typeof targetSchema>;

/** What an attack has to work with. */
export interface Attack extends Target {
  readonly line: Line;
  readonly isOver: () => boolean;
  /** Counts something that was done. */
  readonly did: (what: string) => void;
}

/** The attacker's address: not that of anyone honest. */
const ADDRESS = '127.0.0.66';
/** As many as one address may have. */
const CONNECTIONS = 100;
/** Bytes of a TCP connection's packets besides what is sent over it, about. */
const HANDSHAKE = 400;
const UPGRADE = 700;
const PACKET = 60;
const FOUR_MEGABYTES = 4 * 1024 * 1024 - 100;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function opened({ url, room }: Attack): Promise<WebSocket | undefined> {
  const address = `${url.replace('http', 'ws')}/parties/room/${room}`;
  const socket = new WebSocket(address, { localAddress: ADDRESS, perMessageDeflate: false });
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
    socket.once('close', () => resolve(undefined));
    socket.on('error', () => {});
  });
}

function hello(clientId: string, key: string): string {
  const person = { name: 'Eve', color: '#000000' };
  return JSON.stringify({
    type: 'hello',
    protocolVersion: PROTOCOL_VERSION,
    clientId,
    clientSecret: TEST_SECRET,
    person,
    key,
  });
}

/** Joins by a key, and comes again when it is thrown out. */
async function stay(attack: Attack, key: string, work: (socket: WebSocket) => Promise<void>): Promise<void> {
  while (!attack.isOver()) {
    await attack.line.take(UPGRADE);
    const socket = await opened(attack);
    if (socket === undefined) {
      attack.did('refused');
      await pause(50);
      continue;
    }
    const welcomed = new Promise((resolve) => {
      socket.once('message', resolve);
      socket.once('close', resolve);
    });
    socket.send(hello(newTestClientId(), key));
    await welcomed;
    while (socket.readyState === WebSocket.OPEN && !attack.isOver()) await work(socket);
    socket.terminate();
  }
}

/** Sends a text over and over, on as many connections as there may be. */
const repeat =
  (key: 'editor' | 'viewer', textOf: (n: number) => string) =>
  (attack: Attack): Promise<unknown> => {
    let count = 0;
    return many(CONNECTIONS, () =>
      stay(attack, attack[key], async (socket) => {
        count += 1;
        const text = textOf(count);
        await attack.line.take(text.length + PACKET);
        if (attack.isOver()) return;
        // What the server does not read cannot be sent on, as over any line.
        while (socket.bufferedAmount > text.length && socket.readyState === WebSocket.OPEN && !attack.isOver())
          await pause(5);
        socket.send(text);
        attack.did('sent');
      }),
    );
  };

const many = (count: number, work: (n: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

/** Patches, each connection's with numbers of its own. */
const patches =
  (key: 'editor' | 'viewer', opsOf: (seq: number) => string) =>
  (attack: Attack): Promise<unknown> =>
    many(CONNECTIONS, async () => {
      const seqs = new WeakMap<WebSocket, number>();
      await stay(attack, attack[key], async (socket) => {
        const seq = (seqs.get(socket) ?? 0) + 1;
        const text = `{"type":"patch","patches":[{"seq":${seq},"ops":${opsOf(seq)}}]}`;
        await attack.line.take(text.length + PACKET);
        if (attack.isOver()) return;
        while (socket.bufferedAmount > text.length && socket.readyState === WebSocket.OPEN && !attack.isOver())
          await pause(5);
        socket.send(text);
        // Who may not write has the same number free for ever.
        if (key === 'editor') seqs.set(socket, seq);
        attack.did('sent');
      });
    });

async function http(
  attack: Attack,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Uint8Array,
): Promise<void> {
  const { hostname, port } = new URL(attack.url);
  await attack.line.take(300 + body.length);
  await new Promise<void>((resolve) => {
    const asked = request(
      { hostname, port, path, method, headers, localAddress: ADDRESS, agent: false },
      (response) => {
        attack.did(String(response.statusCode));
        response.resume();
        response.once('close', resolve);
      },
    );
    asked.once('error', () => {
      attack.did('cut off');
      resolve();
    });
    asked.end(body);
  });
}

const move = (seq: number) => `[{"op":"set_title","title":"Title ${seq}"}]`;
const longText = 'x'.repeat(90_000);
/** A patch that is as big as a message may be, and as a patch may be: 5,000 nodes with much text. */
const bigOps = (seq: number) => {
  const ops = Array.from({ length: 5_000 }, (_, n) => {
    const nodeId = `n_${String(seq).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
    return {
      op: 'create_node',
      nodeId,
      label: 'Person',
      position: { x: n, y: n },
      properties: { name: 'x'.repeat(600) },
    };
  });
  return JSON.stringify(ops);
};
const bigPatch = bigOps(1);
const bigNonsense = `{"type":"ping",${Array.from({ length: 40 }, (_, n) => `"k${n}":"${longText}"`).join()}}`.slice(
  0,
  FOUR_MEGABYTES,
);
const bomb = gzipSync(Buffer.alloc(10_000_000, ' '));
const NO_BODY = new Uint8Array();
const JSON_TYPE = { 'content-type': 'application/json' };

export const ATTACKS: Readonly<Record<Flood, (attack: Attack) => Promise<unknown>>> = {
  connections: (attack) =>
    many(200, async () => {
      while (!attack.isOver()) {
        await attack.line.take(UPGRADE);
        const socket = await opened(attack);
        attack.did(socket === undefined ? 'refused' : 'opened');
        // Silent, until the server ends it.
        if (socket !== undefined) await new Promise((resolve) => socket.once('close', resolve));
      }
    }),
  'connections that are slow to say hello': (attack) =>
    many(CONNECTIONS, async () => {
      while (!attack.isOver()) {
        await attack.line.take(HANDSHAKE);
        const socket = connect({ host: '127.0.0.1', port: Number(new URL(attack.url).port), localAddress: ADDRESS });
        socket.on('error', () => {});
        const head = ['Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
        const key = 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
        socket.write([`GET /parties/room/${attack.room} HTTP/1.1`, ...head, key, '', ''].join('\r\n'));
        socket.write(Buffer.from([0x81, 0xfe, 0x40, 0x00, 0, 0, 0, 0]));
        socket.resume();
        attack.did('opened');
        await drip(socket, attack);
        socket.destroy();
      }
    }),
  messages: repeat('editor', () => '{"type":"ping"}'),
  presence: repeat('viewer', (n) => `{"type":"presence","cursor":{"x":${n % 1000},"y":${n % 777}}}`),
  patches: patches('editor', move),
  'patches by viewers': patches('viewer', move),
  'patches of 4 MB': patches('editor', () => bigPatch),
  'messages of 4 MB that are none': repeat('editor', () => bigNonsense),
  'HTTP requests': (attack) =>
    many(50, async () => {
      while (!attack.isOver())
        await http(attack, 'GET', `/api/rooms/${attack.room}`, { 'kumiko-key': 'x'.repeat(40) }, NO_BODY);
    }),
  'HTTP bodies, large and packed': (attack) =>
    many(50, async (n) => {
      const packed: Record<string, string> = n % 2 === 0 ? { 'content-encoding': 'gzip' } : {};
      const body = n % 2 === 0 ? bomb : Buffer.alloc(1_000_000, ' ');
      while (!attack.isOver()) await http(attack, 'POST', '/api/rooms', { ...JSON_TYPE, ...packed }, body);
    }),
  'failing sign-ins, by WebSocket': (attack) =>
    many(CONNECTIONS, () => stay(attack, 'x'.repeat(40), async () => pause(5).then(() => {}))),
};

/** A byte at a time on each connection, as seldom as keeps it alive. */
async function drip(socket: Socket, attack: Attack): Promise<void> {
  while (!socket.destroyed && !attack.isOver()) {
    await attack.line.take(1 + PACKET);
    socket.write('x');
    await pause(10);
  }
}
