/**
 * What honest people notice while someone floods the server: their throughput with and without the flood, in turns in one
 * run, and the time until a patch is acknowledged. They are at addresses of their own and write
 *  - near to what the limits let one room do: ten clients in it, 400 patches a second each;
 *  - more than the server can take: thirty clients in three rooms, 490 patches a second each.
 * The attacker has one address, a line of 100 Mbit/s and a room of its own, and does its worst; the limits are those of a
 * server without configuration. Server, honest clients and attacker are a process each; the attacker's has a lower
 * priority, so that where there are few processors its own work counts less.
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

const ROUNDS = 3;
const CLIENTS = 10;
/** `perSecond`: patches of each client. */
const LOADS = {
  'near the limits of a room': { rooms: 1, perSecond: 400 },
  'all the server can take': { rooms: 3, perSecond: 490 },
} as const;
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
    const floods = FLOODS.filter((name) => name.includes(words));
    const rows: BenchRow[] = [];
    for (const [load, { rooms, perSecond }] of Object.entries(LOADS)) {
      const places = await Promise.all(Array.from({ length: rooms }, () => newPlace(url)));
      await honest.ask(doneSchema, { do: 'join', places, clients: CLIENTS, perSecond });
      await pause(WARM_UP);
      for (const flood of floods)
        rows.push(...rowsOf(flood, load, await bench({ server, honest, attacker, url }, flood)));
      await honest.ask(doneSchema, { do: 'leave' });
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

async function bench({ server, honest, attacker, url }: Cast, flood: Flood): Promise<Round[]> {
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
  return rounds;
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

function rowsOf(flood: Flood, load: string, rounds: readonly Round[]): BenchRow[] {
  const of = (when: 'calm' | 'flooded', what: keyof Measured) => median(rounds.map((round) => round[when][what]));
  const ratio = median(rounds.map(({ calm, flooded }) => flooded.perSecond / calm.perSecond));
  const did = rounds.map(({ attack }) => attack).at(-1);
  const counts = Object.entries(did?.counts ?? {}).map(([what, times]) => `${count(times)} ${what}`);
  return [
    {
      name: `Flood of ${flood}; others write ${load}: throughput, with ÷ without`,
      value: `${ratio.toFixed(2)}×`,
      note: `target: at least 0.8×; ${count(Math.round(of('flooded', 'perSecond')))} of ${count(Math.round(of('calm', 'perSecond')))} patches/s; server ${of('flooded', 'server')} % CPU, without ${of('calm', 'server')} %`,
    },
    {
      name: `Flood of ${flood}; others write ${load}: acknowledged after`,
      value: `p50 ${milliseconds(of('flooded', 'p50'))}, p99 ${milliseconds(of('flooded', 'p99'))}`,
      note: `without: p50 ${milliseconds(of('calm', 'p50'))}, p99 ${milliseconds(of('calm', 'p99'))}; attacker: ${counts.join(', ')}, ${((did?.bytes ?? 0) / 1e6).toFixed(1)} MB`,
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.table(await benchFloods(process.argv.slice(2).join(' ')));
