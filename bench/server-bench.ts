/**
 * The server beside a bare relay, in one run, in rounds that alternate, as medians.
 *  - Throughput: ten clients, each with 50 single-patch messages unacknowledged; patches a second that were ordered,
 *    written with synchronous=FULL to a file, and delivered to all ten; and CPU time of the server process for them.
 *  - Latency: from submit to delivery, at each client; 100 patches a second in all, by ten clients who all write, and by
 *    one of a hundred.
 * Server, relay and load are a process each. Run alone: `npx tsx bench/server-bench.ts`.
 */
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { type BenchRow, count, median, milliseconds } from './figures';
import { latencySchema } from './server-bench/pace';
import {
  doneSchema,
  onStage,
  pause,
  type Stage,
  TARGET_NAMES,
  type TargetName,
  writtenSchema,
} from './server-bench/stage';
import { percent, usageSchema } from './server-bench/usage';

const ROUNDS = 5;
/** Milliseconds. */
const WARM_UP = 1_000;
const SATURATED_FOR = 2_000;
const PACED_FOR = 4_000;
/** Milliseconds from one patch to the next: 100 a second. */
const INTERVAL = 10;
const PACES = {
  everyone: { clients: 10, writers: 10 },
  onlookers: { clients: 100, writers: 1 },
} as const;
type Pace = keyof typeof PACES;
const PACE_WORDS: Readonly<Record<Pace, string>> = { everyone: '10 clients', onlookers: '100 clients, one writes' };

/** Of a time in which the clients wrote all they could. `cpu` is the server's, in milliseconds per 1,000 patches. */
interface Saturated {
  readonly perSecond: number;
  readonly cpu: number;
  /** In percent. */
  readonly server: number;
  readonly load: number;
}

type Latency = z.infer<typeof latencySchema>;
type Runs<T> = Record<TargetName, T[]>;

export function benchServer(): Promise<BenchRow[]> {
  return onStage([], async (stage) => {
    const saturated: Runs<Saturated> = { kumiko: [], relay: [] };
    const paced: Record<Pace, Runs<Latency>> = {
      everyone: { kumiko: [], relay: [] },
      onlookers: { kumiko: [], relay: [] },
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const target of TARGET_NAMES) saturated[target].push(await saturate(stage, target));
      for (const target of TARGET_NAMES) paced.everyone[target].push(await pace(stage, target, 'everyone'));
      for (const target of TARGET_NAMES) paced.onlookers[target].push(await pace(stage, target, 'onlookers'));
    }
    return [
      ...throughputRows(saturated),
      ...latencyRows('everyone', paced.everyone),
      ...latencyRows('onlookers', paced.onlookers),
    ];
  });
}

async function saturate({ servers, load, place }: Stage, target: TargetName): Promise<Saturated> {
  await load.ask(doneSchema, { do: 'join', target, place: await place(target), clients: 10 });
  await load.ask(writtenSchema, { do: 'saturate' });
  await pause(WARM_UP);
  const read = async () => ({
    server: await servers[target].ask(usageSchema, { ask: 'usage' }),
    load: await load.ask(writtenSchema, { do: 'read' }),
  });
  const from = await read();
  await pause(SATURATED_FOR);
  const to = await read();
  await load.ask(writtenSchema, { do: 'leave' });
  const patches = to.load.delivered - from.load.delivered;
  return {
    perSecond: (1_000 * patches) / (to.load.usage.time - from.load.usage.time),
    cpu: (1_000 * (to.server.cpu - from.server.cpu)) / patches,
    server: percent(from.server, to.server),
    load: percent(from.load.usage, to.load.usage),
  };
}

async function pace({ load, place }: Stage, target: TargetName, name: Pace): Promise<Latency> {
  const task = { ...PACES[name], interval: INTERVAL, warmUp: WARM_UP, milliseconds: PACED_FOR };
  return load.ask(latencySchema, { do: 'pace', target, place: await place(target), pace: task });
}

function throughputRows(runs: Runs<Saturated>): BenchRow[] {
  const of = (target: TargetName, what: keyof Saturated) => median(runs[target].map((run) => run[what]));
  const ratio = (what: keyof Saturated) => `${(of('kumiko', what) / of('relay', what)).toFixed(2)}×`;
  const throughput = (target: TargetName, words: string): BenchRow => ({
    name: `Throughput, ${words}`,
    value: `${count(Math.round(of(target, 'perSecond')))} patches/s`,
    note: `CPU: server ${of(target, 'server')} %, load ${of(target, 'load')} %`,
  });
  const cpu = (target: TargetName, words: string): BenchRow => ({
    name: `Server CPU per 1,000 patches, ${words}`,
    value: milliseconds(of(target, 'cpu')),
  });
  return [
    throughput('kumiko', 'Kumiko (ordered, durable, delivered to 10)'),
    throughput('relay', 'bare ws relay (delivered to 10)'),
    { name: 'Throughput, Kumiko ÷ relay', value: ratio('perSecond'), note: 'target: at least 1.5×' },
    cpu('kumiko', 'Kumiko'),
    cpu('relay', 'bare ws relay'),
    { name: 'Server CPU, Kumiko ÷ relay', value: ratio('cpu'), note: 'target: at most 0.5×' },
  ];
}

function latencyRows(pace: Pace, runs: Runs<Latency>): BenchRow[] {
  const at = (target: TargetName, quantile: keyof Latency) => median(runs[target].map((run) => run[quantile]));
  const name = `Latency, ${PACE_WORDS[pace]}, 100 patches/s`;
  const row = (target: TargetName, words: string): BenchRow => ({
    name: `${name}, ${words}`,
    value: `p50 ${milliseconds(at(target, 'p50'))}, p99 ${milliseconds(at(target, 'p99'))}`,
  });
  const ratio = (at('kumiko', 'p99') / at('relay', 'p99')).toFixed(2);
  return [
    row('kumiko', 'Kumiko'),
    row('relay', 'bare ws relay'),
    { name: `${name}: p99, Kumiko ÷ relay`, value: `${ratio}×`, note: 'target: at most 1.5×' },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchServer());
