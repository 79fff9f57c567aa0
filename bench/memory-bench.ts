/**
 * The server's memory while 200,000 patches go into one room, which change a graph that stays as big as it is. What is
 * left after garbage was collected: what grows there, grows for ever. Run alone: `npx tsx bench/memory-bench.ts`.
 */
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { type BenchRow, count, megabytes } from './figures';
import { memorySchema } from './server-bench/measured';
import { doneSchema, onStage, writtenSchema } from './server-bench/stage';

const CLIENTS = 10;
const STEP = 50_000;
const STEPS = 4;

type Memory = z.infer<typeof memorySchema>;

export function benchMemory(): Promise<BenchRow[]> {
  return onStage(['--expose-gc'], async ({ servers: { kumiko }, load, place }) => {
    await load.ask(doneSchema, { do: 'join', target: 'kumiko', place: await place('kumiko'), clients: CLIENTS });
    const steps: Memory[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      await load.ask(writtenSchema, { do: 'write', patches: STEP });
      steps.push(await kumiko.ask(memorySchema, { ask: 'memory' }));
    }
    await load.ask(writtenSchema, { do: 'leave' });
    return rowsOf(steps);
  });
}

function rowsOf(steps: readonly Memory[]): BenchRow[] {
  const name = 'Server memory';
  const growth = (what: keyof Memory) => megabytes((steps.at(-1)?.[what] ?? Number.NaN) - (steps[0]?.[what] ?? 0));
  return [
    ...steps.map(
      ({ heap, resident }, index): BenchRow => ({
        name: `${name} after ${count((index + 1) * STEP)} patches`,
        value: `heap ${megabytes(heap)}, resident ${megabytes(resident)}`,
      }),
    ),
    {
      name: `${name}, growth from ${count(STEP)} to ${count(STEPS * STEP)} patches`,
      value: `heap ${growth('heap')}, resident ${growth('resident')}`,
      note: 'target: flat',
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchMemory());
