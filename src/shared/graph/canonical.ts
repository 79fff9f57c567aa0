/** One text for one graph, whatever order it was built in: what "the same graph" means in tests and comparisons. */
import type { GraphView } from './graph';
import { inOrder } from './in-order';
import { type GraphSnapshot, toSnapshot } from './snapshot';

function sortedByKey<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The graph as text, equal exactly when the graphs are. Property order within a label or edge type does not count. */
export function canonicalGraph(graph: GraphView | GraphSnapshot): string {
  const snapshot = 'nodes' in graph ? graph : toSnapshot(graph);
  return JSON.stringify({
    title: snapshot.title ?? null,
    labels: sortedBy(snapshot.labels, (label) => label.name).map(canonicalType),
    edgeTypes: sortedBy(snapshot.edgeTypes, (type) => type.name).map(canonicalType),
    views: sortedBy(snapshot.views ?? [], ({ id }) => id).map(inOrder),
    rules: sortedBy(snapshot.rules ?? [], ({ id }) => id).map(inOrder),
    former: sortedBy(snapshot.former ?? [], ([key]) => key),
    nodes: sortedBy(snapshot.nodes, (node) => node.id).map((node) => [
      node.id,
      node.label,
      node.position.x,
      node.position.y,
      sortedByKey(node.properties),
      node.locked ?? false,
    ]),
    edges: sortedBy(snapshot.edges, (edge) => edge.id).map((edge) => [
      edge.id,
      edge.type,
      edge.source,
      edge.target,
      sortedByKey(edge.properties),
    ]),
  });
}

function canonicalType(type: GraphSnapshot['labels'][number]) {
  const { color, icon, caption, size } = type.style ?? {};
  return [type.name, sortedByKey(type.properties), color, icon, caption, size];
}
