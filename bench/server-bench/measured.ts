/** What a server process under measurement tells about itself when it is asked. */
import { Session } from 'node:inspector/promises';
import { z } from 'zod';
import { assert } from '../../src/shared/assert';
import { serveParent } from './child';
import { profileSchema, selfTimes } from './profile';
import { readUsage } from './usage';

const question = z.object({ ask: z.enum(['usage', 'memory', 'start profile', 'end profile']) });

/** Bytes, after garbage was collected. */
export const memorySchema = z.object({ heap: z.number(), resident: z.number() });

/** Answers the parent's questions until it lets go; then `close` is called. */
export function serveMeasured(close: () => Promise<void>): void {
  const inspector = new Session();
  const answers = {
    usage: async () => readUsage(),
    memory: async () => readMemory(),
    'start profile': async () => {
      inspector.connect();
      await inspector.post('Profiler.enable');
      await inspector.post('Profiler.start');
      return {};
    },
    'end profile': async () => {
      const { profile } = await inspector.post('Profiler.stop');
      inspector.disconnect();
      return selfTimes(profileSchema.parse(profile));
    },
  };
  serveParent(async (message) => answers[question.parse(message).ask](), close);
}

function readMemory(): z.infer<typeof memorySchema> {
  assert(globalThis.gc !== undefined, 'memory is measured in a process that was started with --expose-gc');
  // What has a finaliser is gone after a second time only.
  for (let time = 0; time < 2; time += 1) globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, resident: rss };
}
