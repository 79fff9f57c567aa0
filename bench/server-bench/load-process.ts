/** The load: all clients in one process. */
import { z } from 'zod';
import { must } from '../../src/shared/assert';
import { serveParent } from './child';
import { placeSchema, Writers } from './clients';
import { pace, paceSchema } from './pace';
import { TARGETS } from './targets';
import { readUsage } from './usage';

const at = { target: z.enum(['kumiko', 'relay']), place: placeSchema };

const task = z.discriminatedUnion('do', [
  /** So many clients join a room, to write into it. */
  z.object({ do: z.literal('join'), ...at, clients: z.int() }),
  /** They write as much as they may from now on. */
  z.object({ do: z.literal('saturate') }),
  /** They write so many patches; answered when everyone has them. */
  z.object({ do: z.literal('write'), patches: z.int() }),
  /** How much was written so far. */
  z.object({ do: z.literal('read') }),
  z.object({ do: z.literal('leave') }),
  z.object({ do: z.literal('pace'), ...at, pace: paceSchema }),
]);

let joined: Writers | undefined;

serveParent(
  async (message) => {
    const asked = task.parse(message);
    if (asked.do === 'pace') return pace(TARGETS[asked.target], asked.place, asked.pace);
    if (asked.do === 'join') {
      joined = await Writers.join(TARGETS[asked.target], asked.place, asked.clients);
      return {};
    }
    const writers = must(joined, 'the clients have joined a room');
    if (asked.do === 'saturate') void writers.write(Number.POSITIVE_INFINITY);
    else if (asked.do === 'write') await writers.write(asked.patches);
    else if (asked.do === 'leave') await writers.end();
    return { delivered: writers.delivered, usage: readUsage() };
  },
  async () => {},
);
