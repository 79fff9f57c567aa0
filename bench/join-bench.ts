/**
 * Joining a room of 10,000 nodes and 10,000 edges, beside the same graph as one frame of plain JSON: bytes that arrive
 * over TCP, headers and all, and the time from connecting until the client holds the graph, parsed and checked alike.
 * Each join is a process of its own (`server-bench/join-process.ts`). Run alone: `npx tsx bench/join-bench.ts`.
 */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { TestClient } from '../server/testing/test-client';
import { assert, must } from '../src/shared/assert';
import { applyPatch } from '../src/shared/graph/apply-patch';
import { Graph } from '../src/shared/graph/graph';
import type { Op } from '../src/shared/graph/ops';
import { toSnapshot } from '../src/shared/graph/snapshot';
import { newTestClientId } from '../src/shared/testing/test-client-ids';
import { type BenchRow, count, median, milliseconds } from './figures';
import { type NewRoom, newRoom } from './new-room';
import { Child } from './server-bench/child';
import { onStage, startedSchema } from './server-bench/stage';

const NODES = 10_000;
const EDGES = 10_000;
const OPS_PER_PATCH = 1_000;
const ROUNDS = 9;
/** The page has no `eval` either. */
const NO_EVAL = ['--disallow-code-generation-from-strings'];

const joinedSchema = z.object({ milliseconds: z.number(), bytes: z.number(), elements: z.int() });
type Joined = z.infer<typeof joinedSchema>;
type Runs = Record<'kumiko' | 'plain', Joined[]>;

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

function inPatches(ops: readonly Op[]): Op[][] {
  const count = Math.ceil(ops.length / OPS_PER_PATCH);
  return Array.from({ length: count }, (_, i) => ops.slice(i * OPS_PER_PATCH, (i + 1) * OPS_PER_PATCH));
}

/** Makes the graph in a room, as a client does. */
async function fillRoom(url: string, room: string, patches: readonly (readonly Op[])[]): Promise<void> {
  const client = new TestClient(url, room);
  await client.join(newTestClientId());
  for (const [index, ops] of patches.entries()) {
    client.patch(index + 1, ops);
    const answer = await client.next();
    assert(answer.type === 'ack', `the graph is made, not ${JSON.stringify(answer)}`);
  }
  client.socket.close();
  await client.closed;
}

function plainJson(patches: readonly (readonly Op[])[]): string {
  const graph = new Graph();
  for (const ops of patches) assert(applyPatch(graph, ops).status === 'applied', 'the graph is made');
  return JSON.stringify(toSnapshot(graph));
}

export function benchJoin(): Promise<BenchRow[]> {
  return onStage([], async ({ urls: { kumiko: url }, dir }) => {
    const patches = inPatches(graphOps());
    const file = join(dir, 'graph.json');
    writeFileSync(file, plainJson(patches));
    const made = await newRoom(url);
    await fillRoom(url, made.room, patches);
    // The first who joins waits for the snapshot to be made.
    const first = await joinOnce({ url, ...made });
    const plain = new Child('plain-process.ts', [file]);
    try {
      const plainUrl = (await plain.ask(startedSchema)).url;
      const runs: Runs = { kumiko: [], plain: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        runs.kumiko.push(await joinOnce({ url, ...made }));
        runs.plain.push(await joinOnce({ url: plainUrl }));
      }
      return rowsOf(first, runs);
    } finally {
      await plain.end();
    }
  });
}

async function joinOnce(task: { readonly url: string } & Partial<NewRoom>): Promise<Joined> {
  const client = new Child('join-process.ts', [], NO_EVAL);
  const joined = await client.ask(joinedSchema, task);
  await client.end();
  assert(joined.elements === NODES + EDGES, `the whole graph is there, not ${joined.elements} elements`);
  return joined;
}

function rowsOf(first: Joined, runs: Runs): BenchRow[] {
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
