/** What labels and edge types have: their entry in the graph, and the nodes and edges that are of them. */
import type { ElementType, GraphEdge, GraphNode, TypeKind } from './model';
import { foldName } from './names';
import type { RecordingGraph } from './recording-graph';

/** Whether any node or edge has the type; with a property, whether any of them has a value of it. */
export function isUsed(graph: RecordingGraph, kind: TypeKind, type: ElementType, property?: string): boolean {
  const elements =
    kind === 'label'
      ? graph.all('node').filter(([, node]) => node.label === type.name)
      : graph.all('edge').filter(([, edge]) => edge.type === type.name);
  return elements.some(([, { properties }]) => property === undefined || properties.has(property));
}

/** Deletes a node with its edges. */
export function deleteNode(graph: RecordingGraph, nodeId: string): void {
  for (const edgeId of [...graph.edgesAt(nodeId)]) graph.put('edge', edgeId, undefined);
  graph.put('node', nodeId, undefined);
}

/** Puts a label or edge type in the place of the one that has its name. */
export function putType(graph: RecordingGraph, kind: TypeKind, type: ElementType): void {
  const key = foldName(type.name);
  if (graph.get(kind, key) !== type) graph.put(kind, key, type);
}

/** Changes all nodes of a label. What `change` gives back as it was stays. */
export function eachNodeOf(graph: RecordingGraph, label: ElementType, change: (node: GraphNode) => GraphNode): void {
  for (const [id, node] of graph.all('node')) {
    const changed = node.label === label.name ? change(node) : node;
    if (changed !== node) graph.put('node', id, changed);
  }
}

/** Changes all edges of an edge type. What `change` gives back as it was stays. */
export function eachEdgeOf(graph: RecordingGraph, type: ElementType, change: (edge: GraphEdge) => GraphEdge): void {
  for (const [id, edge] of graph.all('edge')) {
    const changed = edge.type === type.name ? change(edge) : edge;
    if (changed !== edge) graph.put('edge', id, changed);
  }
}
