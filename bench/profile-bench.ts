/**
 * Where the server's time goes while ten clients write all they can: the share of each function itself, in percent of
 * the time the server's thread was busy. Run alone: `npx tsx bench/profile-bench.ts`.
 */
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './figures';
import { selfTimesSchema } from './server-bench/profile';
import { doneSchema, onStage, pause, writtenSchema } from './server-bench/stage';

/** Milliseconds. */
const WARM_UP = 2_000;
const PROFILED_FOR = 5_000;
/** Rows; the rest is one more. */
const ROWS = 30;

export function benchProfile(): Promise<BenchRow[]> {
  return onStage([], async ({ servers: { kumiko }, load, place }) => {
    await load.ask(doneSchema, { do: 'join', target: 'kumiko', place: await place('kumiko'), clients: 10 });
    await load.ask(writtenSchema, { do: 'saturate' });
    await pause(WARM_UP);
    await kumiko.ask(doneSchema, { ask: 'start profile' });
    await pause(PROFILED_FOR);
    const times = await kumiko.ask(selfTimesSchema, { ask: 'end profile' });
    await load.ask(writtenSchema, { do: 'leave' });
    const row = (name: string, share: number, note: string): BenchRow => ({
      name: `Profile: ${name}`,
      value: `${(100 * share).toFixed(1)} %`,
      note,
    });
    const rest = times.slice(ROWS).reduce((sum, { share }) => sum + share, 0);
    return [
      ...times.slice(0, ROWS).map(({ name, share }) => row(name, share, '')),
      row('everything else', rest, `${times.length - ROWS} functions`),
    ];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchProfile());
