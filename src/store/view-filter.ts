/**
 * What a person hides from their own view of the graph: labels, edge types, single elements, or all but some nodes. It is
 * nobody else's, and no edit. All functions here return a new filter and leave the given one alone.
 */
import type { EdgeId, NodeId } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { Op } from '../shared/graph/ops';
import type { EdgeRow, NodeRow } from './rows';

export interface ViewFilter {
  /** Folded names (`foldName`). */
  readonly hiddenLabels: ReadonlySet<string>;
  readonly hiddenEdgeTypes: ReadonlySet<string>;
  readonly hiddenNodes: ReadonlySet<NodeId>;
  readonly hiddenEdges: ReadonlySet<EdgeId>;
  /** Set: no other nodes are shown. */
  readonly onlyThese: ReadonlySet<NodeId> | undefined;
  /** Shown whatever else is hidden: the person made them, or chose them among what was found. */
  readonly alwaysNodes: ReadonlySet<NodeId>;
  readonly alwaysEdges: ReadonlySet<EdgeId>;
}

export interface ViewFilterSlice {
  readonly viewFilter: ViewFilter;
  /** How many nodes the canvas has, of all in `nodes`. */
  readonly shownNodes: number;
}

const NONE: ReadonlySet<string> = new Set();

export const EVERYTHING_SHOWN: ViewFilter = {
  hiddenLabels: NONE,
  hiddenEdgeTypes: NONE,
  hiddenNodes: NONE,
  hiddenEdges: NONE,
  onlyThese: undefined,
  alwaysNodes: NONE,
  alwaysEdges: NONE,
};

export const INITIAL_VIEW_FILTER: ViewFilterSlice = { viewFilter: EVERYTHING_SHOWN, shownNodes: 0 };

/** Whether anything can be hidden by it. */
export function isFiltering(filter: ViewFilter): boolean {
  const { hiddenLabels, hiddenEdgeTypes, hiddenNodes, hiddenEdges, onlyThese } = filter;
  return onlyThese !== undefined || hiddenLabels.size + hiddenEdgeTypes.size + hiddenNodes.size + hiddenEdges.size > 0;
}

export function isNodeShown(filter: ViewFilter, { id, label }: NodeRow): boolean {
  if (filter.alwaysNodes.has(id)) return true;
  if (filter.hiddenNodes.has(id) || filter.onlyThese?.has(id) === false) return false;
  return filter.hiddenLabels.size === 0 || !filter.hiddenLabels.has(foldName(label));
}

/** Whether an edge is shown between nodes that are. */
export function isEdgeAllowed(filter: ViewFilter, { id, type }: EdgeRow): boolean {
  if (filter.alwaysEdges.has(id)) return true;
  if (filter.hiddenEdges.has(id)) return false;
  return filter.hiddenEdgeTypes.size === 0 || !filter.hiddenEdgeTypes.has(foldName(type));
}

/** Exceptions matter only while something is hidden: what is hidden later is hidden with them. */
function tidied(filter: ViewFilter): ViewFilter {
  return isFiltering(filter) ? filter : EVERYTHING_SHOWN;
}

function toggled(names: ReadonlySet<string>, name: string, hidden: boolean): ReadonlySet<string> {
  const next = new Set(names);
  if (hidden) next.add(foldName(name));
  else next.delete(foldName(name));
  return next;
}

function only<T extends string>(ids: ReadonlySet<T>, stays: (id: T) => boolean): ReadonlySet<T> {
  return new Set([...ids].filter(stays));
}

/** Hides or shows all nodes of a label; hidden, they have no exceptions left. @param nodes all there are */
export function withLabel(
  filter: ViewFilter,
  label: string,
  hidden: boolean,
  nodes: ReadonlyMap<NodeId, NodeRow>,
): ViewFilter {
  return tidied({
    ...filter,
    hiddenLabels: toggled(filter.hiddenLabels, label, hidden),
    alwaysNodes: hidden ? only(filter.alwaysNodes, (id) => nodes.get(id)?.label !== label) : filter.alwaysNodes,
  });
}

/** Likewise all edges of a type. */
export function withEdgeType(
  filter: ViewFilter,
  type: string,
  hidden: boolean,
  edges: ReadonlyMap<EdgeId, EdgeRow>,
): ViewFilter {
  return tidied({
    ...filter,
    hiddenEdgeTypes: toggled(filter.hiddenEdgeTypes, type, hidden),
    alwaysEdges: hidden ? only(filter.alwaysEdges, (id) => edges.get(id)?.type !== type) : filter.alwaysEdges,
  });
}

/** Hides these nodes and edges. */
export function hiding(filter: ViewFilter, nodes: readonly NodeId[], edges: readonly EdgeId[]): ViewFilter {
  const [goneNodes, goneEdges] = [new Set(nodes), new Set(edges)];
  return tidied({
    ...filter,
    hiddenNodes: new Set([...filter.hiddenNodes, ...nodes]),
    hiddenEdges: new Set([...filter.hiddenEdges, ...edges]),
    alwaysNodes: only(filter.alwaysNodes, (id) => !goneNodes.has(id)),
    alwaysEdges: only(filter.alwaysEdges, (id) => !goneEdges.has(id)),
  });
}

/** Shows no nodes but these, as far as they are not hidden otherwise. */
export function showingOnly(filter: ViewFilter, nodes: ReadonlySet<NodeId>): ViewFilter {
  return { ...filter, onlyThese: nodes, alwaysNodes: only(filter.alwaysNodes, (id) => nodes.has(id)) };
}

/** Shows these as well that were hidden one by one, or were not among those shown alone. */
export function showingAlso(filter: ViewFilter, nodes: ReadonlySet<NodeId>): ViewFilter {
  return tidied({
    ...filter,
    hiddenNodes: only(filter.hiddenNodes, (id) => !nodes.has(id)),
    onlyThese: filter.onlyThese && new Set([...filter.onlyThese, ...nodes]),
  });
}

/** Shows these whatever else is hidden. The same filter where nothing is. */
export function showingAlways(filter: ViewFilter, nodes: readonly NodeId[], edges: readonly EdgeId[]): ViewFilter {
  if (!isFiltering(filter)) return filter;
  return {
    ...filter,
    alwaysNodes: new Set([...filter.alwaysNodes, ...nodes]),
    alwaysEdges: new Set([...filter.alwaysEdges, ...edges]),
  };
}

/** Shows what an edit of the person's own makes, whatever is hidden: they would not find it. */
export function showingMade(filter: ViewFilter, ops: readonly Op[]): ViewFilter {
  if (!isFiltering(filter)) return filter;
  const nodes = ops.flatMap((op) => (op.op === 'create_node' ? [op.nodeId] : []));
  const edges = ops.flatMap((op) => (op.op === 'create_edge' ? [op.edgeId] : []));
  return nodes.length + edges.length === 0 ? filter : showingAlways(filter, nodes, edges);
}
