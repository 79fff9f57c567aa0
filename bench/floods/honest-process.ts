/** The honest clients, in a process of their own. */
import { z } from 'zod';
import { quantile } from '../figures';
import { serveParent } from '../server-bench/child';
import { type Place, placeSchema } from '../server-bench/clients';
import { Steady } from './steady';

const task = z.discriminatedUnion('do', [
  /** `perSecond`: patches of each client, of which there are so many at each place. */
  z.object({ do: z.literal('join'), places: z.array(placeSchema), clients: z.int(), perSecond: z.number() }),
  /** Writes for so many milliseconds, and tells what came of it. */
  z.object({ do: z.literal('measure'), milliseconds: z.number() }),
  z.object({ do: z.literal('leave') }),
]);

let steady: Steady[] = [];

serveParent(
  async (message) => {
    const asked = task.parse(message);
    if (asked.do === 'join') {
      const join = (place: Place) => Steady.join(place, asked.clients, asked.perSecond);
      steady = await Promise.all(asked.places.map(join));
      return {};
    }
    if (asked.do === 'leave') {
      await Promise.all(steady.map((clients) => clients.end()));
      return {};
    }
    for (const clients of steady) clients.take();
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, asked.milliseconds));
    const done = steady.map((clients) => clients.take());
    const latencies = done.flatMap((each) => each.latencies);
    const delivered = done.reduce((sum, each) => sum + each.delivered, 0);
    const perSecond = (1_000 * delivered) / (performance.now() - begun);
    return { perSecond, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
  },
  async () => {},
);
