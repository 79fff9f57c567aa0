/**
 * Each algorithm by the tab's database, by graphology, and as it is used, on the same graph: from the graph as the editor has
 * it to a number for each node. The database has the graph already; it is to project it, compute, and hand the numbers over.
 */
import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents, stronglyConnectedComponents } from 'graphology-components';
import { kCore } from 'graphology-cores';
import betweenness from 'graphology-metrics/centrality/betweenness.js';
import { degreeCentrality } from 'graphology-metrics/centrality/degree.js';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import type { Algorithm } from '../src/algorithms/algorithms';
import { compute } from '../src/algorithms/compute';
import { parseTask } from '../src/algorithms/messages';
import { KuzuDatabase } from '../src/engine/testing/node-kuzu';
import { must } from '../src/shared/assert';
import { type BenchRow, count, median, milliseconds } from './figures';

const NODES = 10_000;
const EDGES = 20_000;
const ROUNDS = 5;

interface Sample {
  readonly ids: readonly string[];
  readonly edges: readonly (readonly [source: number, target: number])[];
}

/** What the database calls each, and what it returns; it has no betweenness, and degrees are a query. */
const BY_DATABASE: Readonly<Partial<Record<Algorithm, string>>> = {
  degree: 'MATCH (n:P) OPTIONAL MATCH (n)-[e:E]-() RETURN n.id, count(e)',
  pagerank: `CALL page_rank('g', maxIterations := 100, tolerance := 0.0000001) RETURN node.id, rank`,
  components: `CALL weakly_connected_components('g') RETURN node.id, group_id`,
  'strong-components': `CALL strongly_connected_components('g') RETURN node.id, group_id`,
  communities: `CALL louvain('g') RETURN node.id, louvain_id`,
  'k-core': `CALL k_core_decomposition('g') RETURN node.id, k_degree`,
};

const BY_LIBRARY: Readonly<Record<string, (sample: Sample) => unknown>> = {
  degree: (sample) => degreeCentrality(library(sample, true)),
  pagerank: (sample) => pagerank(library(sample, true), { getEdgeWeight: null, maxIterations: 100, tolerance: 1e-7 }),
  components: (sample) => connectedComponents(library(sample, false)),
  'strong-components': (sample) => stronglyConnectedComponents(library(sample, true)),
  communities: (sample) => louvain(library(sample, false), { getEdgeWeight: null }),
  // What it exports for core numbers does not take what its types say; this finds them, and takes out the innermost core.
  'k-core': (sample) => kCore(library(sample, false)),
  betweenness: (sample) => betweenness(library(sample, true), { getEdgeWeight: null }),
};

export async function benchAlgorithms(): Promise<BenchRow[]> {
  const sample = someGraph();
  const database = await filled(sample);
  const algorithms: readonly Algorithm[] = [
    'degree',
    'pagerank',
    'components',
    'strong-components',
    'communities',
    'k-core',
    'betweenness',
  ];
  return algorithms.map((algorithm) => {
    // Betweenness takes seconds, and as long each time.
    const rounds = algorithm === 'betweenness' ? 1 : ROUNDS;
    const used = time(rounds, () => ours(sample, algorithm));
    const library = time(rounds, () => must(BY_LIBRARY[algorithm], algorithm)(sample));
    const cypher = BY_DATABASE[algorithm];
    const byDatabase = cypher === undefined ? undefined : time(rounds, () => asked(database, cypher));
    const kuzu =
      byDatabase === undefined
        ? 'Kuzu has none'
        : `Kuzu ${milliseconds(byDatabase)}, ${(byDatabase / used).toFixed(1)} ×`;
    return {
      name: `${algorithm} of ${count(NODES)} nodes and ${count(EDGES)} edges`,
      value: milliseconds(used),
      note: `graphology ${milliseconds(library)}, ${(library / used).toFixed(1)} ×; ${kuzu}; median of ${rounds}`,
    };
  });
}

/** As the page and its worker do it: ids to numbers, across to the worker and back, and to values by id. */
function ours({ ids, edges }: Sample, algorithm: Algorithm): ReadonlyMap<string, number> {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const ends = (at: 0 | 1) => Uint32Array.from(edges, (edge) => numbers.get(ids[edge[at]] ?? '') ?? 0);
  const task = {
    algorithm,
    nodes: ids.length,
    sources: ends(0),
    targets: ends(1),
    directed: algorithm !== 'communities',
  };
  const values = structuredClone(compute(parseTask(structuredClone(task))));
  return new Map(ids.map((id, number) => [id, values[number] ?? 0]));
}

function library({ ids, edges }: Sample, directed: boolean) {
  const graph = directed ? new DirectedGraph() : new UndirectedGraph();
  for (const id of ids) graph.addNode(id);
  for (const [source, target] of edges) {
    if (source !== target) graph.mergeEdge(ids[source], ids[target]);
  }
  return graph;
}

function asked(database: KuzuDatabaseInstance, cypher: string): void {
  const ask = (text: string) => {
    const outcome = database.attempt(text, {});
    if (!outcome.ok) throw new Error(`${outcome.message} (${text})`);
    return outcome.table.rowCount;
  };
  const projects = cypher.startsWith('CALL');
  if (projects) ask(`CALL PROJECT_GRAPH('g', ['P'], ['E'])`);
  if (ask(cypher) !== NODES) throw new Error(`${cypher} did not answer for every node`);
  if (projects) ask(`CALL DROP_PROJECTED_GRAPH('g')`);
}

type KuzuDatabaseInstance = Awaited<ReturnType<typeof KuzuDatabase.open>>;

async function filled({ ids, edges }: Sample): Promise<KuzuDatabaseInstance> {
  const database = await KuzuDatabase.open();
  database.define('CREATE NODE TABLE P (id STRING PRIMARY KEY)');
  database.define('CREATE REL TABLE E (FROM P TO P)');
  const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  database.withFile('/p.json', lines(ids.map((id) => ({ id }))), () => database.define(`COPY P FROM '/p.json'`));
  const ends = edges.map(([source, target]) => ({ from: ids[source], to: ids[target] }));
  database.withFile('/e.json', lines(ends), () => database.define(`COPY E FROM '/e.json'`));
  return database;
}

/** Some nodes have many edges, most have few. The same every time. */
function someGraph(): Sample {
  let state = 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const ids = Array.from({ length: NODES }, (_, node) => `n_00000000-0000-4000-8000-${String(node).padStart(12, '0')}`);
  const edges = Array.from({ length: EDGES }, () => {
    const [source, target] = [Math.floor(random() * NODES), Math.floor(random() ** 2 * NODES)];
    return [source, target] as const;
  });
  return { ids, edges };
}

function time(rounds: number, work: () => unknown): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}
