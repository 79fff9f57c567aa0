/** The attacker, in a process that the machine runs after the others: its own work is not to be what slows anyone down. */
import { getPriority, setPriority } from 'node:os';
import { z } from 'zod';
import { serveParent } from '../server-bench/child';
import { ATTACKS, FLOODS, targetSchema } from './attacks';
import { Line } from './line';

const task = z.discriminatedUnion('do', [
  z.object({ do: z.literal('start'), flood: z.enum(FLOODS), target: targetSchema }),
  /** Answered when all of it is over. */
  z.object({ do: z.literal('stop') }),
]);

const MEGABITS = 100;
/** How much later the machine runs it than the others, and the last there is (`nice`). */
const LOWER = 10;
const LOWEST = 19;

setPriority(Math.min(LOWEST, getPriority() + LOWER));
const line = new Line(MEGABITS);
let running: { stop: () => void; ended: Promise<unknown>; counts: Map<string, number>; carried: number } | undefined;

serveParent(
  async (message) => {
    const asked = task.parse(message);
    if (asked.do === 'start') {
      let isOver = false;
      const counts = new Map<string, number>();
      const ended = ATTACKS[asked.flood]({
        ...asked.target,
        line,
        isOver: () => isOver,
        did: (what) => counts.set(what, (counts.get(what) ?? 0) + 1),
      });
      const stop = () => {
        isOver = true;
      };
      running = { stop, ended, counts, carried: line.carried };
      return {};
    }
    const { counts, carried, stop } = running ?? { counts: new Map(), carried: 0, stop: () => {} };
    stop();
    line.clear();
    return { counts: Object.fromEntries(counts), bytes: line.carried - carried };
  },
  async () => {},
);
