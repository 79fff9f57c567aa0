/**
 * The load: ten clients in one process, which do as little as they can. For throughput frames are not parsed but
 * searched: both servers write `"seq":` once for every patch they deliver, so that is what is counted, alike for both.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { serveParent } from './child';
import { CpuMeter } from './cpu';
import { countOf, TARGETS, type Target } from './targets';

const CLIENTS = 10;
/** Patches of one client that may be unacknowledged. */
const WINDOW = 50;
const NODES = 100;
/** Milliseconds. */
const WARM_UP = 1_000;

const nodeId = (n: number) => `n_00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The graph all the edits are about, as the ops of one patch. */
const graphOps = JSON.stringify([
  { op: 'create_label', label: 'Person', properties: { name: 'STRING' } },
  ...Array.from({ length: NODES }, (_, n) => {
    return { op: 'create_node', nodeId: nodeId(n), label: 'Person', position: { x: 0, y: 0 }, properties: {} };
  }),
]).slice(1, -1);

/** Moves and properties in turn, on nodes that exist. */
function opNo(seq: number): string {
  const id = nodeId(seq % NODES);
  return seq % 2 === 0
    ? `{"op":"move_node","nodeId":"${id}","position":{"x":${seq % 1000},"y":${seq % 777}}}`
    : `{"op":"set_property","on":"node","id":"${id}","key":"name","value":"name ${seq}"}`;
}

interface Client {
  readonly id: string;
  readonly socket: WebSocket;
  seq: number;
}

async function connect(target: Target, url: string): Promise<Client> {
  const id = `c_${randomUUID()}`;
  const socket = new WebSocket(`${url.replace('http', 'ws')}`, { perMessageDeflate: false, skipUTF8Validation: true });
  await once(socket, 'open');
  const hello = target.hello(id);
  if (hello !== undefined) {
    const answer = once(socket, 'message');
    socket.send(hello);
    await answer;
  }
  return { id, socket, seq: 0 };
}

async function connectAll(target: Target, url: string): Promise<Client[]> {
  const founder = await connect(target, url);
  const made = once(founder.socket, 'message');
  founder.socket.send(target.message(founder.id, 1, graphOps));
  await made;
  founder.socket.close();
  await once(founder.socket, 'close');
  return Promise.all(Array.from({ length: CLIENTS }, () => connect(target, url)));
}

function submit(target: Target, client: Client): void {
  client.seq += 1;
  client.socket.send(target.message(client.id, client.seq, opNo(client.seq)));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function end(clients: readonly Client[]): Promise<void> {
  const closed = clients.map(({ socket }) => once(socket, 'close'));
  for (const { socket } of clients) socket.terminate();
  await Promise.all(closed);
}

/** Keeps every window full. `perSecond`: patches that reached all ten, counted over the measured time. */
async function saturate(target: Target, url: string, milliseconds: number) {
  const clients = await connectAll(target, url);
  let deliveries = 0;
  for (const client of clients) {
    client.socket.on('message', (data) => {
      const frame = data.toString();
      if (frame.includes('"type":"nack"') || frame.includes('"type":"error"')) throw new Error(frame);
      deliveries += countOf(frame, '"seq":');
      for (let own = target.countOwn(frame, client.id); own > 0; own -= 1) submit(target, client);
    });
  }
  for (const client of clients) for (let n = 0; n < WINDOW; n += 1) submit(target, client);
  await pause(WARM_UP);
  const cpu = new CpuMeter();
  const from = { deliveries, time: performance.now() };
  await pause(milliseconds);
  const seconds = (performance.now() - from.time) / 1000;
  const perSecond = (deliveries - from.deliveries) / CLIENTS / seconds;
  const busy = cpu.percent();
  await end(clients);
  return { perSecond, cpu: busy };
}

/** One patch every `interval` milliseconds, by the clients in turn. Times are from submit to each of the ten. */
async function pace(target: Target, url: string, milliseconds: number, interval: number) {
  const clients = await connectAll(target, url);
  const sentAt = new Map<string, number>();
  const latencies: number[] = [];
  let submitted = 0;
  for (const client of clients) {
    client.socket.on('message', (data) => {
      const now = performance.now();
      for (const { clientId, seq } of target.read(data.toString(), client.id)) {
        const sent = sentAt.get(`${clientId} ${seq}`);
        if (sent !== undefined) latencies.push(now - sent);
      }
    });
  }
  const warm = performance.now() + WARM_UP;
  const timer = setInterval(() => {
    const client = clients[submitted % CLIENTS];
    if (client === undefined) return;
    submitted += 1;
    if (performance.now() > warm) sentAt.set(`${client.id} ${client.seq + 1}`, performance.now());
    submit(target, client);
  }, interval);
  await pause(WARM_UP + milliseconds);
  clearInterval(timer);
  await pause(200);
  await end(clients);
  if (latencies.length !== sentAt.size * CLIENTS) throw new Error('Some patches did not reach everyone.');
  latencies.sort((a, b) => a - b);
  const percentile = (p: number) => latencies[Math.floor((latencies.length - 1) * p)] ?? 0;
  return { p50: percentile(0.5), p99: percentile(0.99), count: sentAt.size };
}

const task = z.object({
  target: z.enum(['kumiko', 'relay']),
  url: z.string(),
  milliseconds: z.number(),
  interval: z.number().optional(),
});

serveParent(
  async (message) => {
    const { target: name, url, milliseconds, interval } = task.parse(message);
    const target = TARGETS[name];
    return interval === undefined ? saturate(target, url, milliseconds) : pace(target, url, milliseconds, interval);
  },
  async () => {},
);
