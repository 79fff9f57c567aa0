/**
 * Joining a room of 10,000 nodes and 10,000 edges, beside the same graph as one frame of plain JSON: bytes that arrive
 * over TCP, headers and all, and the time from connecting until the client holds the graph, parsed and checked alike.
 * Each join is a process of its own (`server-bench/join-process.ts`). Run alone: `npx tsx bench/join-bench.ts`.
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { TestClient } from '../server/testing/test-client';
import { assert, must } from '../src/shared/assert';
import { newClientId } from '../src/shared/graph/new-ids';
import type { Op } from '../src/shared/graph/ops';
import { type BenchRow, count, median, milliseconds } from './figures';
import { Child } from './server-bench/child';
import { createRoom, onStage, startedSchema } from './server-bench/stage';

const NODES = 10_000;
const EDGES = 10_000;
const OPS_PER_PATCH = 1_000;
const ROUNDS = 9;
/** The page has no `eval` either. */
const NO_EVAL = ['--disallow-code-generation-from-strings'];

const joinedSchema = z.object({ milliseconds: z.number(), bytes: z.number(), elements: z.int() });
type Joined = z.infer<typeof joinedSchema>;

const FIRST_NAMES = ['Ada', 'Alan', 'Barbara', 'Edsger', 'Grace', 'Ken', 'Leslie', 'Radia', 'Tony', 'Ursula'];
const LAST_NAMES = ['Dahl', 'Dijkstra', 'Hoare', 'Hopper', 'Lamport', 'Liskov', 'Lovelace', 'Perlman', 'Thompson'];

const below = (limit: number) => Math.floor(Math.random() * limit);
const oneOf = (items: readonly string[]) => must(items[below(items.length)], 'an item');

/** People with names, ages and places, who know each other: ids and ends are as random as in life. */
function graphOps(): Op[] {
  const ids = Array.from({ length: NODES }, () => `n_${randomUUID()}`);
  const nodes = ids.map((nodeId): Op => {
    const position = { x: below(20_000), y: below(20_000) };
    const properties = { name: `${oneOf(FIRST_NAMES)} ${oneOf(LAST_NAMES)}`, age: below(100) };
    return { op: 'create_node', nodeId, label: 'Person', position, properties };
  });
  const edges = Array.from({ length: EDGES }, (): Op => {
    const ends = { source: oneOf(ids), target: oneOf(ids) };
    return { op: 'create_edge', edgeId: `e_${randomUUID()}`, type: 'KNOWS', ...ends, properties: {} };
  });
  return [
    { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64' } },
    { op: 'create_edge_type', type: 'KNOWS', properties: {} },
    ...nodes,
    ...edges,
  ];
}

async function fillRoom(url: string, room: string): Promise<void> {
  const client = new TestClient(url, room);
  await client.join(newClientId());
  const ops = graphOps();
  for (let seq = 1; (seq - 1) * OPS_PER_PATCH < ops.length; seq += 1) {
    client.patch(seq, ops.slice((seq - 1) * OPS_PER_PATCH, seq * OPS_PER_PATCH));
    const answer = await client.next();
    assert(answer.type === 'ack', `the graph is made, not ${JSON.stringify(answer)}`);
  }
  client.socket.close();
  await client.closed;
}

export function benchJoin(): Promise<BenchRow[]> {
  return onStage([], async ({ urls: { kumiko: url } }) => {
    const room = await createRoom(url);
    await fillRoom(url, room);
    // The first who joins waits for the snapshot to be made.
    const first = await join({ url, room });
    const plain = new Child('plain-process.ts', [await snapshotAddress(url, room)]);
    try {
      const plainUrl = (await plain.ask(startedSchema)).url;
      const runs: { kumiko: Joined[]; plain: Joined[] } = { kumiko: [], plain: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        runs.kumiko.push(await join({ url, room }));
        runs.plain.push(await join({ url: plainUrl }));
      }
      return rowsOf(first, runs);
    } finally {
      await plain.end();
    }
  });
}

async function join(task: { readonly url: string; readonly room?: string }): Promise<Joined> {
  const client = new Child('join-process.ts', [], NO_EVAL);
  const joined = await client.ask(joinedSchema, task);
  await client.end();
  console.error(joined);
  assert(joined.elements === NODES + EDGES, 'the whole graph is there');
  return joined;
}

/** Where the room's snapshot is, which was made before. */
async function snapshotAddress(url: string, room: string): Promise<string> {
  const client = new TestClient(url, room);
  const { snapshot } = await client.join(newClientId());
  client.socket.close();
  await client.closed;
  return new URL(must(snapshot?.url, 'the address of the snapshot'), url).href;
}

function rowsOf(first: Joined, runs: { readonly kumiko: readonly Joined[]; readonly plain: readonly Joined[] }) {
  const of = (joins: readonly Joined[], what: 'milliseconds' | 'bytes') => median(joins.map((join) => join[what]));
  const ratio = (what: 'milliseconds' | 'bytes') => (of(runs.kumiko, what) / of(runs.plain, what)).toFixed(2);
  const name = `Joining ${count(NODES)} nodes and ${count(EDGES)} edges`;
  const row = (joins: readonly Joined[], words: string, note: string): BenchRow => ({
    name: `${name}, ${words}`,
    value: `${milliseconds(of(joins, 'milliseconds'))}, ${count(of(joins, 'bytes'))} bytes`,
    note,
  });
  return [
    row(
      runs.kumiko,
      'Kumiko',
      `median of ${ROUNDS}; the first, for whom the snapshot is made: ${milliseconds(first.milliseconds)}`,
    ),
    row(runs.plain, 'one frame of plain JSON', `median of ${ROUNDS}`),
    { name: `${name}: bytes, Kumiko ÷ plain`, value: `${ratio('bytes')}×`, note: 'target: at most 0.33×' },
    { name: `${name}: time, Kumiko ÷ plain`, value: `${ratio('milliseconds')}×`, note: 'target: at most 1×' },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchJoin());
