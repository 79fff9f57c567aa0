/** The honest clients, in a process of their own. */
import { z } from 'zod';
import { must } from '../../src/shared/assert';
import { quantile } from '../figures';
import { serveParent } from '../server-bench/child';
import { placeSchema } from '../server-bench/clients';
import { Steady } from './steady';

const task = z.discriminatedUnion('do', [
  /** `perSecond`: patches of each client. */
  z.object({ do: z.literal('join'), place: placeSchema, clients: z.int(), perSecond: z.number() }),
  /** Writes for so many milliseconds, and tells what came of it. */
  z.object({ do: z.literal('measure'), milliseconds: z.number() }),
  z.object({ do: z.literal('leave') }),
]);

let steady: Steady | undefined;

serveParent(
  async (message) => {
    const asked = task.parse(message);
    if (asked.do === 'join') {
      steady = await Steady.join(asked.place, asked.clients, asked.perSecond);
      return {};
    }
    const clients = must(steady, 'the clients have joined');
    if (asked.do === 'leave') {
      await clients.end();
      return {};
    }
    clients.take();
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, asked.milliseconds));
    const { delivered, latencies } = clients.take();
    const perSecond = (1_000 * delivered) / (performance.now() - begun);
    return { perSecond, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
  },
  async () => {},
);
