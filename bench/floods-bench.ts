/**
 * What honest people notice while someone floods the server. Ten clients at addresses of their own write into a room, 400
 * patches a second each, near to what the limits let them; an attacker with a line of 100 Mbit/s and a room of its own does
 * its worst, within the limits of a server without configuration. Throughput with and without the flood, measured in turns
 * in one run; and the time until a patch is acknowledged. Server, honest clients and attacker are a process each; the
 * attacker's has a lower priority, so that where there are few processors its own work does not count.
 * Run alone: `npx tsx bench/floods-bench.ts [words of a flood's name]`.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { issuedLinkSchema } from '../src/shared/protocol/links';
import { type BenchRow, count, median, milliseconds } from './figures';
import { FLOODS, type Flood, type Target } from './floods/attacks';
import { newRoom } from './new-room';
import { Child } from './server-bench/child';
import { doneSchema, newPlace, pause, startedSchema } from './server-bench/stage';
import { percent, usageSchema } from './server-bench/usage';

const ROUNDS = 5;
const CLIENTS = 10;
const PER_SECOND = 400;
/** Milliseconds. */
const WARM_UP = 1_500;
const MEASURED_FOR = 2_000;
const CALM = 500;

const measuredSchema = z.object({ perSecond: z.number(), p50: z.number(), p99: z.number() });
const attackSchema = z.object({ counts: z.record(z.string(), z.number()), bytes: z.number() });
type Measured = z.infer<typeof measuredSchema> & { readonly server: number };
interface Round {
  readonly calm: Measured;
  readonly flooded: Measured;
  readonly attack: z.infer<typeof attackSchema>;
}

export async function benchFloods(words = ''): Promise<BenchRow[]> {
  mkdirSync('data', { recursive: true });
  const dataDir = mkdtempSync('data/bench-');
  const server = new Child('kumiko-process.ts', [dataDir, 'default limits']);
  const honest = new Child('../floods/honest-process.ts');
  const attacker = new Child('../floods/attacker-process.ts');
  try {
    const { url } = await server.ask(startedSchema);
    await honest.ask(doneSchema, { do: 'join', place: await newPlace(url), clients: CLIENTS, perSecond: PER_SECOND });
    await pause(WARM_UP);
    const rows: BenchRow[] = [];
    for (const flood of FLOODS.filter((name) => name.includes(words))) {
      rows.push(...(await bench({ server, honest, attacker, url }, flood)));
    }
    return rows;
  } finally {
    await Promise.all([server, honest, attacker].map((child) => child.end()));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Cast {
  readonly server: Child;
  readonly honest: Child;
  readonly attacker: Child;
  readonly url: string;
}

async function bench({ server, honest, attacker, url }: Cast, flood: Flood): Promise<BenchRow[]> {
  const target = await attackersRoom(url);
  const measure = async (): Promise<Measured> => {
    const from = await server.ask(usageSchema, { ask: 'usage' });
    const measured = await honest.ask(measuredSchema, { do: 'measure', milliseconds: MEASURED_FOR });
    return { ...measured, server: percent(from, await server.ask(usageSchema, { ask: 'usage' })) };
  };
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await pause(CALM);
    const calm = await measure();
    await attacker.ask(doneSchema, { do: 'start', flood, target });
    await pause(WARM_UP);
    const flooded = await measure();
    rounds.push({ calm, flooded, attack: await attacker.ask(attackSchema, { do: 'stop' }) });
  }
  return rowsOf(flood, rounds);
}

/** A room of the attacker's own, with a label and links to it. */
async function attackersRoom(url: string): Promise<Target> {
  const { room, key } = await newRoom(url);
  const headers = { 'kumiko-key': key, 'content-type': 'application/json' };
  const link = async (role: string) => {
    const body = JSON.stringify({ role });
    const response = await fetch(`${url}/api/rooms/${room}/links`, { method: 'POST', headers, body });
    return issuedLinkSchema.parse(await response.json()).key;
  };
  return { url, room, editor: await link('editor'), viewer: await link('viewer') };
}

function rowsOf(flood: Flood, rounds: readonly Round[]): BenchRow[] {
  const of = (when: 'calm' | 'flooded', what: keyof Measured) => median(rounds.map((round) => round[when][what]));
  const ratio = median(rounds.map(({ calm, flooded }) => flooded.perSecond / calm.perSecond));
  const did = rounds.map(({ attack }) => attack).at(-1);
  const counts = Object.entries(did?.counts ?? {}).map(([what, times]) => `${count(times)} ${what}`);
  return [
    {
      name: `Flood of ${flood}: throughput of the others, with ÷ without`,
      value: `${ratio.toFixed(2)}×`,
      note: `target: at least 0.8×; ${count(Math.round(of('flooded', 'perSecond')))} of ${count(Math.round(of('calm', 'perSecond')))} patches/s; server ${of('flooded', 'server')} % CPU, without ${of('calm', 'server')} %`,
    },
    {
      name: `Flood of ${flood}: acknowledged after`,
      value: `p50 ${milliseconds(of('flooded', 'p50'))}, p99 ${milliseconds(of('flooded', 'p99'))}`,
      note: `without: p50 ${milliseconds(of('calm', 'p50'))}, p99 ${milliseconds(of('calm', 'p99'))}; attacker: ${counts.join(', ')}, ${((did?.bytes ?? 0) / 1e6).toFixed(1)} MB`,
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.table(await benchFloods(process.argv.slice(2).join(' ')));
