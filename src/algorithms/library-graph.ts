/** A task's graph as graphology has it, and what its packages find in it. */
import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import type { Task } from './messages';
import { seededRandom } from './seeded-random';

type LibraryGraph = DirectedGraph<object, { weight: number }> | UndirectedGraph<object, { weight: number }>;

/** Edges between the same two nodes are one that counts as much as they do; those from a node to itself are left out. */
function toLibrary({ nodes, sources, targets, weights }: Task, directed: boolean): LibraryGraph {
  const graph = directed
    ? new DirectedGraph<object, { weight: number }>()
    : new UndirectedGraph<object, { weight: number }>();
  for (let node = 0; node < nodes; node += 1) graph.addNode(node);
  for (const edge of inOrder({ sources, targets, weights })) {
    const [source, target] = [sources[edge], targets[edge]];
    if (source === undefined || target === undefined || source === target) continue;
    const more = weights?.[edge] ?? 1;
    graph.updateEdge(source, target, ({ weight = 0 }) => ({ weight: weight + more }));
  }
  return graph;
}

/** The numbers of the edges, in an order that does not depend on how they came: neither does then what is found. */
function inOrder({ sources, targets, weights }: Pick<Task, 'sources' | 'targets' | 'weights'>): Uint32Array {
  const by = (a: number, b: number, values: Uint32Array | Float64Array | undefined) =>
    (values?.[a] ?? 0) - (values?.[b] ?? 0);
  const order = Uint32Array.from(sources.keys());
  return order.sort((a, b) => by(a, b, sources) || by(a, b, targets) || by(a, b, weights));
}

/** How far the sum of all ranks may be from where it would come to rest. */
const TOLERANCE = 1e-9;

/** The share of time that someone spends at each node who follows edges, and now and then begins anew anywhere. */
export function pageRanks(task: Task): Float64Array {
  const values = new Float64Array(task.nodes);
  if (task.nodes === 0) return values;
  const graph = toLibrary(task, task.directed);
  // graphology multiplies by the number of nodes what it is given.
  const tolerance = TOLERANCE / task.nodes;
  return filled(values, pagerank(graph, { getEdgeWeight: 'weight', tolerance, maxIterations: 1_000 }));
}

/** Groups with many edges within and few between (Louvain). The same for the same graph. */
export function communities(task: Task): Float64Array {
  const graph = toLibrary(task, task.directed);
  return filled(new Float64Array(task.nodes), louvain(graph, { getEdgeWeight: 'weight', rng: seededRandom() }));
}

/** Parts that no edge joins. */
export function components(task: Task): Float64Array {
  const values = new Float64Array(task.nodes);
  connectedComponents(toLibrary(task, false)).forEach((members, part) => {
    for (const node of members) values[Number(node)] = part;
  });
  return values;
}

function filled(values: Float64Array, found: Readonly<Record<string, number>>): Float64Array {
  return values.map((_, node) => found[node] ?? 0);
}
