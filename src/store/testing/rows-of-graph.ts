/** The rows that a database showing a given graph would answer with: what tests compare with, and feed panels with. */
import type { GraphView } from '../../shared/graph/graph';
import type { GraphEdge, GraphNode } from '../../shared/graph/model';
import type { EdgeRow, NodeRow, RowUpdate } from '../rows';

export function nodeRowOf({ id, label, position, properties }: GraphNode): NodeRow {
  return { id, label, position, properties: Object.fromEntries(properties) };
}

export function edgeRowOf({ id, type, source, target, properties }: GraphEdge): EdgeRow {
  return { id, type, source, target, properties: Object.fromEntries(properties) };
}

/** All there is in the graph, as one complete update. */
export function rowsOf(graph: GraphView): RowUpdate {
  const nodes = new Map(Array.from(graph.entries('node'), ([id, node]) => [id, nodeRowOf(node)]));
  const edges = new Map(Array.from(graph.entries('edge'), ([id, edge]) => [id, edgeRowOf(edge)]));
  const counts = new Map<string, number>();
  for (const [, label] of graph.entries('label')) {
    counts.set(label.name, [...nodes.values()].filter((node) => node.label === label.name).length);
  }
  for (const [, type] of graph.entries('edgeType')) {
    counts.set(type.name, [...edges.values()].filter((edge) => edge.type === type.name).length);
  }
  return { nodes, edges, counts, complete: true };
}
