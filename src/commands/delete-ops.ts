/** What deleting a selection is, as ops. */
import type { EdgeId, NodeId } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import type { EdgeRow } from '../store/rows';

/** Deletes nodes and edges. Edges of deleted nodes go with their nodes and are not named again. */
export function deleteOps(
  nodes: readonly NodeId[],
  edges: readonly EdgeId[],
  rows: ReadonlyMap<EdgeId, EdgeRow>,
): Op[] {
  const gone = new Set(nodes);
  const edgesLeft = edges.filter((id) => {
    const row = rows.get(id);
    return row !== undefined && !gone.has(row.source) && !gone.has(row.target);
  });
  return [
    ...edgesLeft.map((edgeId): Op => ({ op: 'delete_edge', edgeId })),
    ...nodes.map((nodeId): Op => ({ op: 'delete_node', nodeId })),
  ];
}
