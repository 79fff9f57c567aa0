/** What the engine's database costs: batches, loading, and one edit with the reading back of what it changed. */
import { fileURLToPath } from 'node:url';
import { KuzuGraph } from '../src/engine/testing/node-kuzu';
import { applyPatch } from '../src/shared/graph/apply-patch';
import { ChangeCollector, type NetChanges } from '../src/shared/graph/changes';
import { Graph } from '../src/shared/graph/graph';
import type { Op } from '../src/shared/graph/ops';
import { toSnapshot } from '../src/shared/graph/snapshot';
import { type BenchRow, count, median, milliseconds } from './figures';

const READ = 'MATCH (n:Person {id: $id}) RETURN n.id, n._x, n._y, n.name, n.age';

/** Runs all measurements of the engine, which takes about half a minute. */
export async function benchEngine(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const nodes of [1_000, 10_000]) rows.push(await load(nodes));
  rows.push(...(await batches()));
  for (const nodes of [100, 1_000, 5_000]) rows.push(await editAndRead(nodes));
  return rows;
}

async function load(nodes: number): Promise<BenchRow> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const snapshot = toSnapshot(people(nodes));
    const database = new KuzuGraph();
    await database.ready();
    times.push(await timed(() => database.load(snapshot)));
  }
  return {
    name: `load ${count(nodes)} nodes and as many edges`,
    value: milliseconds(median(times)),
    note: 'median of 5',
  };
}

/** The same 100 ops as one batch, and as 100 batches of one: side by side, on databases that stay alike. */
async function batches(): Promise<BenchRow[]> {
  const [grouped, single] = [await person(1_000), await person(1_000)];
  const times: { grouped: number; single: number }[] = [];
  for (let round = 0; round < 9; round++) {
    const ops = hundredOps(grouped.graph, round);
    const together = submit(grouped.graph, ops);
    const apart = ops.map((op) => submit(single.graph, [op]));
    times.push({
      grouped: await timed(() => grouped.database.apply(together)),
      single: await timed(async () => {
        for (const changes of apart) await single.database.apply(changes);
      }),
    });
  }
  // The first round prepares the statements of both.
  const warm = times.slice(1);
  const ratio = median(warm.map((time) => time.single / time.grouped));
  return [
    { name: '100 ops in one batch', value: milliseconds(median(warm.map((time) => time.grouped))) },
    { name: '100 ops, one statement each', value: milliseconds(median(warm.map((time) => time.single))) },
    {
      name: 'grouped is faster by',
      value: `${ratio.toFixed(1)} ×`,
      note: 'median of 8 pairs; 40 nodes created, 30 moved, 20 properties set, 10 edges created',
    },
  ];
}

async function editAndRead(nodes: number): Promise<BenchRow> {
  const { graph, database } = await person(nodes);
  const times: number[] = [];
  for (let round = 0; round < 100; round++) {
    const nodeId = id('n', (round * 37) % nodes);
    const changes = submit(graph, [{ op: 'move_node', nodeId, position: { x: round, y: -round } }]);
    times.push(
      await timed(async () => {
        await database.apply(changes);
        const outcome = await database.query(READ, { id: nodeId });
        if (outcome.status !== 'rows' || outcome.rows[0]?.['n._x'] !== round)
          throw new Error('the edit cannot be seen');
      }),
    );
  }
  return {
    name: `move a node and read it back, among ${count(nodes)}`,
    value: milliseconds(median(times)),
    note: 'median of 100',
  };
}

async function person(nodes: number) {
  const graph = people(nodes);
  const database = new KuzuGraph();
  await database.load(toSnapshot(graph));
  return { graph, database };
}

function people(nodes: number): Graph {
  const graph = new Graph();
  submit(graph, [
    { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64', since: 'DATE' } },
    { op: 'create_edge_type', type: 'KNOWS', properties: { since: 'DATE' } },
  ]);
  for (let i = 0; i < nodes; i++) submit(graph, [createNode(i)]);
  for (let i = 0; i < nodes; i++) submit(graph, [createEdge(i, i, (i * 7 + 1) % nodes)]);
  return graph;
}

function hundredOps(graph: Graph, round: number): Op[] {
  const nodes = graph.count('node');
  const edges = graph.count('edge');
  const pick = (i: number) => (round * 131 + i * 7) % 1_000;
  return [
    ...range(40, (i) => createNode(nodes + i)),
    ...range(30, (i): Op => ({ op: 'move_node', nodeId: id('n', pick(i)), position: { x: i, y: round + 0.5 } })),
    ...range(
      20,
      (i): Op => ({ op: 'set_property', on: 'node', id: id('n', pick(i)), key: 'name', value: `${round} ${i}` }),
    ),
    ...range(10, (i) => createEdge(edges + i, pick(i), nodes + i)),
  ];
}

function createNode(i: number): Op {
  const properties = { name: `Person ${i}`, age: i % 90, since: '2026-01-31' };
  return { op: 'create_node', nodeId: id('n', i), label: 'Person', position: { x: i % 100, y: i / 100 }, properties };
}

function createEdge(i: number, source: number, target: number): Op {
  const properties = { since: '2026-01-31' };
  return {
    op: 'create_edge',
    edgeId: id('e', i),
    type: 'KNOWS',
    source: id('n', source),
    target: id('n', target),
    properties,
  };
}

function submit(graph: Graph, ops: Op[]): NetChanges {
  const collector = new ChangeCollector();
  const outcome = applyPatch(graph, ops);
  if (outcome.status === 'refused') throw new Error(outcome.reason);
  collector.noteAll(outcome.journal);
  return collector.changesTo(graph);
}

function id(prefix: 'n' | 'e', i: number): string {
  return `${prefix}_00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
}

function range<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await benchEngine());
