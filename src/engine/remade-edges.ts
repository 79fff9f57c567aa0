/** A node that gets another label moves to another table, and its edges with it. */
import type { Change, NetChanges } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import type { EdgeId, GraphEdge } from '../shared/graph/model';

/**
 * The changes with all edges at nodes that got another label among them: an engine needs to know which they are.
 * @param graph as it is after the changes
 */
export function withRemadeEdges(changes: NetChanges, graph: GraphView): NetChanges {
  let edges: Map<EdgeId, Change<GraphEdge>> | undefined;
  for (const [nodeId, { before, after }] of changes.node) {
    if (before === undefined || after === undefined || before.label === after.label) continue;
    for (const edgeId of graph.edgesAt(nodeId)) {
      const edge = graph.get('edge', edgeId);
      if (edge === undefined || changes.edge.has(edgeId)) continue;
      edges ??= new Map(changes.edge);
      edges.set(edgeId, { before: edge, after: edge });
    }
  }
  return edges === undefined ? changes : { ...changes, edge: edges };
}
