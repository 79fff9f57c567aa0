/** What is measured of saved views and the console, wherever the database is. */
import type { GraphEngine } from '../../src/engine/graph-engine';
import { createKuzuEngine, type KuzuEngineOptions } from '../../src/engine/kuzu-engine';
import { must } from '../../src/shared/assert';
import { type Clock, realClock } from '../../src/shared/clock';
import { applyPatch } from '../../src/shared/graph/apply-patch';
import { ChangeCollector, type NetChanges } from '../../src/shared/graph/changes';
import { Graph } from '../../src/shared/graph/graph';
import type { Op } from '../../src/shared/graph/ops';
import { testEdgeId, testNodeId, testViewId } from '../../src/shared/graph/ops.arbitrary';
import type { SavedView } from '../../src/shared/graph/saved-views';
import { toSnapshot } from '../../src/shared/graph/snapshot';
import { LiveViews } from '../../src/views/live-views';

const NODES = 10_000;
const EDGES = 20_000;
const LABELS = ['Person', 'City', 'Company', 'Project'];
const TYPES = ['LIVES_IN', 'HOME_OF'];
const ROUNDS = 120;
/** They prepare statements, and warm up what runs them. */
const WARM = 20;
const PATIENT = { stopMs: 10_000, giveUpMs: 20_000 } as const;

const turn = (all: readonly string[], n: number) => must(all[n % all.length], 'one of them');

function graphOfThatSize(): Graph {
  const graph = new Graph();
  submit(graph, [
    ...LABELS.map((label): Op => ({ op: 'create_label', label, properties: { name: 'STRING', age: 'INT64' } })),
    ...TYPES.map((type): Op => ({ op: 'create_edge_type', type, properties: { since: 'INT64' } })),
  ]);
  for (let n = 0; n < NODES; n++) submit(graph, [newNode(n, turn(LABELS, n))]);
  for (let n = 0; n < EDGES; n++) {
    const [source, target] = [n % NODES, (n * 7 + 1) % NODES];
    const properties = { since: n % 100 };
    submit(graph, [
      {
        op: 'create_edge',
        edgeId: testEdgeId(n),
        type: turn(TYPES, n),
        source: testNodeId(source),
        target: testNodeId(target),
        properties,
      },
    ]);
  }
  return graph;
}

function newNode(n: number, label: string): Op {
  const properties = { name: `${label} ${n}`, age: n % 90 };
  return { op: 'create_node', nodeId: testNodeId(n), label, position: { x: n % 100, y: n / 100 }, properties };
}

function submit(graph: Graph, ops: readonly Op[]): NetChanges {
  const collector = new ChangeCollector();
  const outcome = applyPatch(graph, ops);
  if (outcome.status === 'refused') throw new Error(outcome.reason);
  collector.noteAll(outcome.journal);
  return collector.changesTo(graph);
}

/** Every time a person comes, or goes again. */
function comesOrGoes(round: number): Op {
  const n = NODES + Math.floor(round / 2);
  return round % 2 === 0 ? newNode(n, 'Person') : { op: 'delete_node', nodeId: testNodeId(n) };
}

/** Every time another person is called otherwise. */
function renamed(round: number): Op {
  const id = testNodeId((round * 4) % NODES);
  return { op: 'set_property', on: 'node', id, key: 'name', value: `Name ${round}` };
}

/** Waiting for the next frame is no work, and neither is a view's rest after it was asked. */
function hastyClock(): Clock {
  let now = 0;
  return {
    ...realClock,
    now: () => now,
    after: (milliseconds, callback) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        now += milliseconds;
        callback();
      };
      port2.postMessage(undefined);
      return () => port1.close();
    },
  };
}

interface Refresh {
  readonly ask: number;
  readonly all: number;
}

interface Trip {
  readonly all: number;
  readonly own: number;
}

interface Case {
  readonly name: string;
  readonly note: string;
  readonly shows: SavedView['shows'];
  readonly query: string;
  readonly op: (round: number) => Op;
}

const CASES: readonly Case[] = [
  {
    name: 'a filter on one label',
    note: 'target: p95 below 16.7 ms; 2,500 nodes, one comes or goes',
    shows: 'filter',
    query: 'MATCH (p:Person) RETURN p',
    op: comesOrGoes,
  },
  {
    name: 'a check that counts',
    note: 'people without a name; one comes or goes',
    shows: 'number',
    query: 'MATCH (p:Person) WHERE p.name IS NULL RETURN count(*)',
    op: comesOrGoes,
  },
  {
    name: 'a table over two steps',
    note: '10,000 ways of two steps, counted by person, the first 100; one is renamed',
    shows: 'table',
    query:
      'MATCH (a:Person)-[:LIVES_IN]->(b:City)-[:HOME_OF]->(c:Person) RETURN a.name AS name, count(c) AS n ORDER BY n DESC, name LIMIT 100',
    op: renamed,
  },
];

/** Both times of each round: of asking alone, and with the batch that was given before. */
async function refreshes(engine: GraphEngine, graph: Graph, { shows, query, op }: Case) {
  let answered = () => {};
  const live = new LiveViews({
    // However long it takes: what is too slow for a tab is to be said as well.
    engine: { ask: (cypher, parameters, { rows }) => engine.ask(cypher, parameters, { rows, ...PATIENT }) },
    clock: hastyClock(),
    types: () => [...LABELS, ...TYPES],
    onAnswer: (_id, answer) => {
      if (answer.status !== 'answered') throw new Error(`The view is ${answer.status}.`);
      answered();
    },
  });
  const next = () =>
    new Promise<void>((resolve) => {
      answered = resolve;
    });
  const first = next();
  live.watch([{ id: testViewId(1), name: 'view', query, shows }]);
  await first;
  const times: Refresh[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const changes = submit(graph, [op(round)]);
    const start = performance.now();
    await engine.apply(changes);
    const applied = performance.now();
    const refreshed = next();
    live.given(changes);
    await refreshed;
    const end = performance.now();
    times.push({ ask: end - applied, all: end - start });
  }
  live.close();
  return times.slice(WARM);
}

/** The same questions many times: how long the page waits for the answer, and how long the database took. */
async function roundTrips(engine: GraphEngine, cypher: string) {
  const trips: Trip[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { tookMs } = await engine.ask(cypher, {}, { rows: 10_000, ...PATIENT });
    trips.push({ all: performance.now() - start, own: tookMs });
  }
  return trips.slice(WARM);
}

const QUESTIONS: readonly [string, string][] = [
  ['a count over all', 'MATCH (n) RETURN label(n), count(*)'],
  ['a join, 100 rows', 'MATCH (a:Person)-[:LIVES_IN]->(b:City) RETURN a.name, b.name, b.age ORDER BY a.name LIMIT 100'],
  ['1,000 whole nodes', 'MATCH (p:Person) RETURN p LIMIT 1000'],
  ['10,000 rows of three', 'MATCH (n) RETURN n.id, n.name, n.age'],
];

interface MeasuredCase {
  readonly name: string;
  readonly note: string;
  /** Milliseconds of asking alone, and with the batch that was given before. */
  readonly times: readonly Refresh[];
}

interface MeasuredQuestion {
  readonly name: string;
  /** Milliseconds until the page has the answer, and those that the database took. */
  readonly times: readonly Trip[];
}

export interface Measured {
  readonly refreshes: readonly MeasuredCase[];
  readonly trips: readonly MeasuredQuestion[];
}

export async function measureViews(spawn: KuzuEngineOptions['spawn']): Promise<Measured> {
  const graph = graphOfThatSize();
  const engine = createKuzuEngine({ spawn, currentGraph: () => toSnapshot(graph) });
  await engine.load(toSnapshot(graph));
  const cases: MeasuredCase[] = [];
  for (const each of CASES) {
    cases.push({ name: each.name, note: each.note, times: await refreshes(engine, graph, each) });
  }
  const questions: MeasuredQuestion[] = [];
  for (const [name, cypher] of QUESTIONS) questions.push({ name, times: await roundTrips(engine, cypher) });
  engine.dispose();
  return { refreshes: cases, trips: questions };
}
