/**
 * What a person hides from their own view of the graph: labels, edge types, values, single elements, or all but some of
 * these. It is nobody else's, and no edit. All functions here return a new filter and leave the given one alone.
 */
import type { EdgeId, NodeId } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { Op } from '../shared/graph/ops';
import type { ViewId } from '../shared/graph/saved-views';
import type { EdgeRow, NodeRow } from './rows';
import { hasValue, passesRules, type ValueRule, withRule } from './value-rules';

/** What a saved view shows. */
export interface ViewElements {
  readonly nodes: ReadonlySet<NodeId>;
  /** Undefined: all edges between the nodes. */
  readonly edges: ReadonlySet<EdgeId> | undefined;
}

export interface ViewFilter {
  /** Set: no other nodes and edges are shown than this saved view has; all of them until that is known. */
  readonly byView: { readonly id: ViewId; readonly shows: ViewElements | undefined } | undefined;
  /** Folded names (`foldName`). */
  readonly hiddenLabels: ReadonlySet<string>;
  readonly hiddenEdgeTypes: ReadonlySet<string>;
  /** Unless empty: no others are shown. Folded names. */
  readonly onlyLabels: ReadonlySet<string>;
  readonly onlyEdgeTypes: ReadonlySet<string>;
  /** They hold of every element as it is now: one that gets the value comes or goes. */
  readonly values: readonly ValueRule[];
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
  byView: undefined,
  hiddenLabels: NONE,
  hiddenEdgeTypes: NONE,
  onlyLabels: NONE,
  onlyEdgeTypes: NONE,
  values: [],
  hiddenNodes: NONE,
  hiddenEdges: NONE,
  onlyThese: undefined,
  alwaysNodes: NONE,
  alwaysEdges: NONE,
};

export const INITIAL_VIEW_FILTER: ViewFilterSlice = { viewFilter: EVERYTHING_SHOWN, shownNodes: 0 };

/** Whether anything can be hidden by it. */
export function isFiltering(filter: ViewFilter): boolean {
  const { hiddenLabels, hiddenEdgeTypes, onlyLabels, onlyEdgeTypes, hiddenNodes, hiddenEdges } = filter;
  if ((filter.byView ?? filter.onlyThese) !== undefined || filter.values.length > 0) return true;
  return [hiddenLabels, hiddenEdgeTypes, onlyLabels, onlyEdgeTypes, hiddenNodes, hiddenEdges].some(
    ({ size }) => size > 0,
  );
}

/** Whether it can hide edges between nodes that are shown. */
export function isFilteringEdges(filter: ViewFilter): boolean {
  const { hiddenEdgeTypes, onlyEdgeTypes, hiddenEdges, values } = filter;
  if (filter.byView?.shows?.edges !== undefined) return true;
  return hiddenEdgeTypes.size + onlyEdgeTypes.size + hiddenEdges.size > 0 || values.some(({ on }) => on === 'edge');
}

export function isLabelShown({ hiddenLabels, onlyLabels }: ViewFilter, label: string): boolean {
  return isNameShown(hiddenLabels, onlyLabels, label);
}

export function isEdgeTypeShown({ hiddenEdgeTypes, onlyEdgeTypes }: ViewFilter, type: string): boolean {
  return isNameShown(hiddenEdgeTypes, onlyEdgeTypes, type);
}

function isNameShown(hidden: ReadonlySet<string>, only: ReadonlySet<string>, name: string): boolean {
  if (hidden.size + only.size === 0) return true;
  const folded = foldName(name);
  return !hidden.has(folded) && (only.size === 0 || only.has(folded));
}

export function isNodeShown(filter: ViewFilter, { id, label, properties }: NodeRow): boolean {
  if (filter.alwaysNodes.has(id)) return true;
  if (filter.hiddenNodes.has(id) || filter.onlyThese?.has(id) === false) return false;
  if (filter.byView?.shows?.nodes.has(id) === false) return false;
  return isLabelShown(filter, label) && passesRules(filter.values, 'node', { of: label, properties });
}

/** Whether an edge is shown between nodes that are. */
export function isEdgeAllowed(filter: ViewFilter, { id, type, properties }: EdgeRow): boolean {
  if (filter.alwaysEdges.has(id)) return true;
  if (filter.hiddenEdges.has(id) || filter.byView?.shows?.edges?.has(id) === false) return false;
  return isEdgeTypeShown(filter, type) && passesRules(filter.values, 'edge', { of: type, properties });
}

/** Exceptions matter only while something is hidden: what is hidden later is hidden with them. */
export function tidied(filter: ViewFilter): ViewFilter {
  return isFiltering(filter) ? filter : EVERYTHING_SHOWN;
}

/** A name among those hidden, or not; one that is shown again joins those that alone are shown, where there are such. */
function toggled(hidden: ReadonlySet<string>, only: ReadonlySet<string>, name: string, isHidden: boolean) {
  const next = new Set(hidden);
  if (isHidden) return { hidden: next.add(foldName(name)), only };
  next.delete(foldName(name));
  return { hidden: next, only: only.size === 0 ? only : new Set([...only, foldName(name)]) };
}

function only<T extends string>(ids: ReadonlySet<T>, stays: (id: T) => boolean): ReadonlySet<T> {
  return new Set([...ids].filter(stays));
}

/** Hides or shows all nodes of a label; hidden, they have no exceptions left. @param nodes all there are */
export function withLabel(
  filter: ViewFilter,
  label: string,
  isHidden: boolean,
  nodes: ReadonlyMap<NodeId, NodeRow>,
): ViewFilter {
  const { hidden, only: names } = toggled(filter.hiddenLabels, filter.onlyLabels, label, isHidden);
  return tidied({
    ...filter,
    hiddenLabels: hidden,
    onlyLabels: names,
    alwaysNodes: isHidden ? only(filter.alwaysNodes, (id) => nodes.get(id)?.label !== label) : filter.alwaysNodes,
  });
}

/** Likewise all edges of a type. */
export function withEdgeType(
  filter: ViewFilter,
  type: string,
  isHidden: boolean,
  edges: ReadonlyMap<EdgeId, EdgeRow>,
): ViewFilter {
  const { hidden, only: names } = toggled(filter.hiddenEdgeTypes, filter.onlyEdgeTypes, type, isHidden);
  return tidied({
    ...filter,
    hiddenEdgeTypes: hidden,
    onlyEdgeTypes: names,
    alwaysEdges: isHidden ? only(filter.alwaysEdges, (id) => edges.get(id)?.type !== type) : filter.alwaysEdges,
  });
}

/** Shows nodes of no other labels, in place of the labels that alone were shown before. @param nodes all there are */
export function showingOnlyLabels(
  filter: ViewFilter,
  labels: readonly string[],
  nodes: ReadonlyMap<NodeId, NodeRow>,
): ViewFilter {
  const names = new Set(labels.map(foldName));
  return tidied({
    ...filter,
    onlyLabels: names,
    hiddenLabels: only(filter.hiddenLabels, (name) => !names.has(name)),
    alwaysNodes: only(filter.alwaysNodes, (id) => names.has(foldName(nodes.get(id)?.label ?? ''))),
  });
}

/** Likewise edges of no other types. */
export function showingOnlyEdgeTypes(
  filter: ViewFilter,
  types: readonly string[],
  edges: ReadonlyMap<EdgeId, EdgeRow>,
): ViewFilter {
  const names = new Set(types.map(foldName));
  return tidied({
    ...filter,
    onlyEdgeTypes: names,
    hiddenEdgeTypes: only(filter.hiddenEdgeTypes, (name) => !names.has(name)),
    alwaysEdges: only(filter.alwaysEdges, (id) => names.has(foldName(edges.get(id)?.type ?? ''))),
  });
}

/** Filters by a value as well; what it hides has no exceptions left. @param rows all there are */
export function withValueRule(
  filter: ViewFilter,
  rule: ValueRule,
  { nodes, edges }: { readonly nodes: ReadonlyMap<NodeId, NodeRow>; readonly edges: ReadonlyMap<EdgeId, EdgeRow> },
): ViewFilter {
  const isLeft = (of: string | undefined, properties: NodeRow['properties'] = {}) =>
    of !== undefined && hasValue(rule, { of, properties }) === (rule.keeps === 'only');
  const leftNode = (id: NodeId) => isLeft(nodes.get(id)?.label, nodes.get(id)?.properties);
  const leftEdge = (id: EdgeId) => isLeft(edges.get(id)?.type, edges.get(id)?.properties);
  return {
    ...filter,
    values: withRule(filter.values, rule),
    alwaysNodes: rule.on === 'node' ? only(filter.alwaysNodes, leftNode) : filter.alwaysNodes,
    alwaysEdges: rule.on === 'edge' ? only(filter.alwaysEdges, leftEdge) : filter.alwaysEdges,
  };
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

/** Shows nothing but what a saved view has, in place of another; what it hides has no exceptions. Undefined: no view filters. */
export function filteredByView(filter: ViewFilter, id: ViewId | undefined): ViewFilter {
  if (filter.byView?.id === id) return filter;
  if (id === undefined) return tidied({ ...filter, byView: undefined });
  const { alwaysNodes, alwaysEdges } = EVERYTHING_SHOWN;
  return { ...filter, byView: { id, shows: undefined }, alwaysNodes, alwaysEdges };
}

/** The view that filters came to this. The same filter when it had come to the same before. */
export function withViewShown(filter: ViewFilter, id: ViewId, shows: ViewElements): ViewFilter {
  const { byView } = filter;
  if (byView?.id !== id) return filter;
  const before = byView.shows;
  if (before !== undefined && isSameSet(before.nodes, shows.nodes) && isSameSet(before.edges, shows.edges))
    return filter;
  return { ...filter, byView: { id, shows } };
}

function isSameSet(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.size !== other.size) return false;
  for (const each of one) if (!other.has(each)) return false;
  return true;
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
    // A saved view has what it has: beside it they are exceptions.
    alwaysNodes: filter.byView === undefined ? filter.alwaysNodes : new Set([...filter.alwaysNodes, ...nodes]),
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
