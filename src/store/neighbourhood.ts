/** Who is connected with whom, among the rows on screen. */
import type { NodeId } from '../shared/graph/model';
import type { EdgeRow, NodeRow, RowsSlice } from './rows';
import { isEdgeAllowed, isNodeShown, type ViewFilter, type ViewFilterSlice } from './view-filter';

/** Along which edges one gets from a node to its neighbours: those that begin there, that end there, or both. */
export type Direction = 'out' | 'in' | 'both';

/** The rows that the filter shows. An edge is shown when both of its nodes are. */
export function shownRows({
  nodes,
  edges,
  viewFilter,
}: Pick<RowsSlice, 'nodes' | 'edges'> & Pick<ViewFilterSlice, 'viewFilter'>): {
  nodes: NodeRow[];
  edges: EdgeRow[];
} {
  const shown = [...nodes.values()].filter((row) => isNodeShown(viewFilter, row));
  const ids = new Set(shown.map(({ id }) => id));
  return { nodes: shown, edges: [...edges.values()].filter((row) => isShownBetween(viewFilter, row, ids)) };
}

/** @param nodes those that are shown */
export function isShownBetween(filter: ViewFilter, row: EdgeRow, nodes: ReadonlySet<NodeId>): boolean {
  return nodes.has(row.source) && nodes.has(row.target) && isEdgeAllowed(filter, row);
}

/** The given nodes, and all that one reaches from them in so many steps along the edges. */
export function within(
  steps: number,
  from: Iterable<NodeId>,
  edges: readonly EdgeRow[],
  direction: Direction = 'both',
): Set<NodeId> {
  return new Set(stepsFrom(from, neighbours(edges, direction), steps).keys());
}

/** How many steps away each node is that one reaches in so many; the given nodes are none away. */
export function stepsFrom(
  from: Iterable<NodeId>,
  next: ReadonlyMap<NodeId, readonly NodeId[]>,
  most = Number.POSITIVE_INFINITY,
): Map<NodeId, number> {
  const steps = new Map(Array.from(from, (id) => [id, 0]));
  let border: readonly NodeId[] = [...steps.keys()];
  for (let step = 1; step <= most && border.length > 0; step += 1) {
    const further: NodeId[] = [];
    for (const id of border) {
      for (const each of next.get(id) ?? []) {
        if (steps.has(each)) continue;
        steps.set(each, step);
        further.push(each);
      }
    }
    border = further;
  }
  return steps;
}

/** The given nodes and all that are connected with them, however far. */
export function connectedWith(from: Iterable<NodeId>, edges: readonly EdgeRow[]): Set<NodeId> {
  return within(Number.POSITIVE_INFINITY, from, edges);
}

/** By node, those that one gets to from it: one as often as there are edges. */
export function neighbours(edges: readonly EdgeRow[], direction: Direction): Map<NodeId, NodeId[]> {
  const next = new Map<NodeId, NodeId[]>();
  const add = (from: NodeId, to: NodeId) => {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
  };
  for (const { source, target } of edges) {
    if (direction !== 'in') add(source, target);
    if (direction !== 'out') add(target, source);
  }
  return next;
}
