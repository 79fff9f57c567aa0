/** Clients that do as little as they can, all in one process, on one graph of a hundred nodes. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { newTestClientId } from '../../src/shared/testing/test-client-ids';
import { countOf, type Target } from './targets';

/** Where clients connect to: the address of a room and what opens it, or the relay. */
export const placeSchema = z.object({ url: z.string(), key: z.string().optional() });
export type Place = z.infer<typeof placeSchema>;

/** Patches of one client that may be unacknowledged. */
const WINDOW = 50;
const NODES = 100;

const nodeId = (n: number) => `n_00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The graph all the edits are about, as the ops of one patch. */
const graphOps = JSON.stringify([
  { op: 'create_label', label: 'Person', properties: { name: 'STRING' } },
  ...Array.from({ length: NODES }, (_, n) => {
    return { op: 'create_node', nodeId: nodeId(n), label: 'Person', position: { x: 0, y: 0 }, properties: {} };
  }),
]).slice(1, -1);

/** Moves and properties in turn, on nodes that exist: the graph stays as big as it is. */
function opNo(seq: number): string {
  const id = nodeId(seq % NODES);
  return seq % 2 === 0
    ? `{"op":"move_node","nodeId":"${id}","position":{"x":${seq % 1000},"y":${seq % 777}}}`
    : `{"op":"set_property","on":"node","id":"${id}","key":"name","value":"name ${seq}"}`;
}

export interface Client {
  readonly id: string;
  readonly socket: WebSocket;
  seq: number;
}

/** @param localAddress of this machine to connect from, such as 127.0.0.2; the usual one when left out */
async function connect(target: Target, { url, key }: Place, localAddress?: string): Promise<Client> {
  const id = newTestClientId();
  const options = { perMessageDeflate: false, skipUTF8Validation: true, ...(localAddress && { localAddress }) };
  const socket = new WebSocket(`${url.replace('http', 'ws')}`, options);
  await once(socket, 'open');
  const hello = target.hello(id, key);
  if (hello !== undefined) {
    const answer = once(socket, 'message');
    socket.send(hello);
    await answer;
  }
  return { id, socket, seq: 0 };
}

/**
 * Makes the graph, and connects so many clients to it.
 * @param addressOf the address that each connects from, by its number
 */
export async function connectAll(
  target: Target,
  place: Place,
  size: number,
  addressOf: (n: number) => string | undefined = () => undefined,
): Promise<Client[]> {
  const founder = await connect(target, place);
  const made = once(founder.socket, 'message');
  founder.socket.send(target.message(founder.id, 1, graphOps));
  await made;
  await disconnect([founder]);
  return Promise.all(Array.from({ length: size }, (_, n) => connect(target, place, addressOf(n))));
}

/** Sends the client's next patch. */
export function submit(target: Target, client: Client): void {
  client.seq += 1;
  client.socket.send(target.message(client.id, client.seq, opNo(client.seq)));
}

export async function disconnect(clients: readonly Client[]): Promise<void> {
  const closed = clients.map(({ socket }) => once(socket, 'close'));
  for (const { socket } of clients) socket.terminate();
  await Promise.all(closed);
}

/**
 * Clients that write as much as they may. Frames are not parsed but searched: both servers write `"seq":` once for every
 * patch they deliver, so that is what is counted, alike for both.
 */
export class Writers {
  readonly #target: Target;
  readonly #clients: readonly Client[];
  /** Patches times the clients they have reached. */
  #deliveries = 0;
  /** Patches that may still be submitted. */
  #left = 0;
  /** Called when all that was submitted has reached everyone. */
  #onDone = () => {};

  private constructor(target: Target, clients: readonly Client[]) {
    this.#target = target;
    this.#clients = clients;
    for (const client of clients) client.socket.on('message', (data) => this.#receive(client, data.toString()));
  }

  static async join(target: Target, place: Place, size: number): Promise<Writers> {
    return new Writers(target, await connectAll(target, place, size));
  }

  /** How many patches have reached everyone. */
  get delivered(): number {
    return this.#deliveries / this.#clients.length;
  }

  /** Writes so many patches with all windows full, and resolves when all have reached everyone. */
  write(patches: number): Promise<void> {
    const until = (this.delivered + patches) * this.#clients.length;
    this.#left = patches;
    return new Promise((resolve) => {
      this.#onDone = () => {
        if (this.#deliveries === until) resolve();
      };
      for (const client of this.#clients) this.#submit(client, WINDOW);
    });
  }

  end(): Promise<void> {
    return disconnect(this.#clients);
  }

  #receive(client: Client, frame: string): void {
    if (frame.includes('"type":"nack"') || frame.includes('"type":"error"')) throw new Error(frame);
    this.#deliveries += countOf(frame, '"seq":');
    this.#submit(client, this.#target.countOwn(frame, client.id));
    this.#onDone();
  }

  #submit(client: Client, patches: number): void {
    const count = Math.min(patches, this.#left);
    this.#left -= count;
    for (let n = 0; n < count; n += 1) submit(this.#target, client);
  }
}
