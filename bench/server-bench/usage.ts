/** How busy a process is: shows which side of a benchmark was the limit, and what a patch costs. */
import { z } from 'zod';

/** CPU time a process has used, and a clock of its own; both in milliseconds, and of use only as differences. */
export const usageSchema = z.object({ cpu: z.number(), time: z.number() });
export type Usage = z.infer<typeof usageSchema>;

/** Of this process, up to now. */
export function readUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1_000, time: performance.now() };
}

/** CPU time over wall time, in percent; one busy thread is 100. */
export function percent(from: Usage, to: Usage): number {
  return Math.round((100 * (to.cpu - from.cpu)) / (to.time - from.time));
}
