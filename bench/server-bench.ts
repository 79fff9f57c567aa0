/**
 * The server beside a bare relay, in one run, in rounds that alternate, as medians.
 *  - Throughput: ten clients, each with 50 single-patch messages unacknowledged; patches a second that were ordered,
 *    written with synchronous=FULL to a file, and delivered to all ten.
 *  - Latency: 100 patches a second in all; from submit to delivery, at each of the ten.
 * Server, relay and load are a process each. Run alone: `npx tsx bench/server-bench.ts`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type BenchRow, median } from './figures';
import { Child } from './server-bench/child';

const ROUNDS = 5;
/** Milliseconds. */
const SATURATED_FOR = 2_000;
const PACED_FOR = 4_000;
const PACE = 10;

const started = z.object({ url: z.string() });
const busy = z.object({ cpu: z.number() });
const throughput = z.object({ perSecond: z.number(), cpu: z.number() });
const latency = z.object({ p50: z.number(), p99: z.number(), count: z.number() });

type Name = 'kumiko' | 'relay';
const NAMES: readonly Name[] = ['kumiko', 'relay'];

async function newRoomUrl(server: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server}/api/rooms`, { method: 'POST', headers, body: '{}' });
  const { room } = z.object({ room: z.string() }).parse(await response.json());
  return `${server}/parties/room/${room}`;
}

export async function benchServer(): Promise<BenchRow[]> {
  // Below the working directory rather than in /tmp, which on many machines is memory.
  mkdirSync('data', { recursive: true });
  const dataDir = mkdtempSync('data/bench-');
  const servers = { kumiko: new Child('kumiko-process.ts', [dataDir]), relay: new Child('relay-process.ts') };
  const load = new Child('load-process.ts');
  try {
    const urls = { kumiko: (await servers.kumiko.ask(started)).url, relay: (await servers.relay.ask(started)).url };
    const url = async (name: Name) => (name === 'kumiko' ? await newRoomUrl(urls.kumiko) : urls.relay);
    const saturated: Record<Name, { perSecond: number; load: number; server: number }[]> = { kumiko: [], relay: [] };
    const paced: Record<Name, z.infer<typeof latency>[]> = { kumiko: [], relay: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const target of NAMES) {
        await servers[target].ask(busy, {});
        const task = { target, url: await url(target), milliseconds: SATURATED_FOR };
        const { perSecond, cpu } = await load.ask(throughput, task);
        saturated[target].push({ perSecond, load: cpu, server: (await servers[target].ask(busy, {})).cpu });
      }
      for (const target of NAMES) {
        const task = { target, url: await url(target), milliseconds: PACED_FOR, interval: PACE };
        paced[target].push(await load.ask(latency, task));
      }
    }
    return [...throughputRows(saturated), ...latencyRows(paced)];
  } finally {
    await Promise.all([...Object.values(servers), load].map((child) => child.end()));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function throughputRows(runs: Record<Name, { perSecond: number; load: number; server: number }[]>): BenchRow[] {
  const of = (name: Name) => median(runs[name].map(({ perSecond }) => perSecond));
  const row = (name: Name, words: string): BenchRow => ({
    name: `Throughput, ${words}`,
    value: `${Math.round(of(name)).toLocaleString('en')} patches/s`,
    note: `CPU: server ${median(runs[name].map(({ server }) => server))} %, load ${median(runs[name].map(({ load }) => load))} %`,
  });
  const ratio = of('kumiko') / of('relay');
  return [
    row('kumiko', 'Kumiko (ordered, durable, delivered to 10)'),
    row('relay', 'bare ws relay (delivered to 10)'),
    { name: 'Throughput, Kumiko ÷ relay', value: `${ratio.toFixed(2)}×`, note: 'target: at least 1×' },
  ];
}

function latencyRows(runs: Record<Name, z.infer<typeof latency>[]>): BenchRow[] {
  const row = (name: Name, words: string): BenchRow => {
    const [p50, p99] = (['p50', 'p99'] as const).map((key) => median(runs[name].map((run) => run[key])));
    return {
      name: `Latency at 100 patches/s, ${words}`,
      value: `p50 ${p50?.toFixed(2)} ms, p99 ${p99?.toFixed(2)} ms`,
    };
  };
  const p99 = (name: Name) => median(runs[name].map((run) => run.p99));
  const ratio = p99('kumiko') / p99('relay');
  return [
    row('kumiko', 'Kumiko'),
    row('relay', 'bare ws relay'),
    { name: 'Latency p99, Kumiko ÷ relay', value: `${ratio.toFixed(2)}×`, note: 'target: at most 2×' },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchServer());
