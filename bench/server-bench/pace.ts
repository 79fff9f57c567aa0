/** A steady few patches a second, and how long each takes to be with everyone. */
import { z } from 'zod';
import { must } from '../../src/shared/assert';
import { quantile } from '../figures';
import { connectAll, disconnect, type Place, submit } from './clients';
import type { Target } from './targets';

/** Times in milliseconds. */
export const paceSchema = z.object({
  clients: z.int(),
  /** How many of them write, in turns. */
  writers: z.int(),
  /** From one patch to the next. */
  interval: z.number(),
  warmUp: z.number(),
  milliseconds: z.number(),
});

/** From submit until it is with each of the clients, the author among them; in milliseconds. */
export const latencySchema = z.object({ p50: z.number(), p99: z.number() });

/** How long what is under way at the end may take. */
const PATIENCE = 500;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function pace(
  target: Target,
  place: Place,
  { clients: size, writers, interval, warmUp, milliseconds }: z.infer<typeof paceSchema>,
): Promise<z.infer<typeof latencySchema>> {
  const clients = await connectAll(target, place, size);
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
  const warm = performance.now() + warmUp;
  const timer = setInterval(() => {
    const client = must(clients[submitted % writers], 'a writer');
    submitted += 1;
    if (performance.now() > warm) sentAt.set(`${client.id} ${client.seq + 1}`, performance.now());
    submit(target, client);
  }, interval);
  await pause(warmUp + milliseconds);
  clearInterval(timer);
  await pause(PATIENCE);
  await disconnect(clients);
  if (latencies.length !== sentAt.size * size) throw new Error('Some patches did not reach everyone.');
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}
