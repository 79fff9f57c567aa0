/**
 * Which pending patches a write of someone else bears on. Patches that share no id, even by way of others, do not
 * depend on each other: only those that the write reaches have to be replayed.
 */
import { type GraphEdge, INFO_KEY } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import type { JournalEntry } from '../shared/graph/recording-graph';

/** The ids an op's outcome depends on, whatever the graph. */
function idsOf(op: Op): readonly string[] {
  switch (op.op) {
    case 'set_title':
      return [INFO_KEY];
    // These depend on the schema alone, and a patch that writes schema always leads to a replay of all.
    case 'create_label':
    case 'create_edge_type':
    case 'add_property':
    case 'rename_type':
    case 'set_style':
    case 'delete_type':
    case 'rename_property':
    case 'set_property_type':
    case 'delete_property':
      return [];
    case 'create_node':
    case 'move_node':
    case 'set_label':
    case 'set_locked':
    case 'delete_node':
      return [op.nodeId];
    case 'set_property':
    case 'remove_property':
      return [op.id];
    case 'create_edge':
    case 'set_ends':
      return [op.edgeId, op.source, op.target];
    case 'set_edge_type':
    case 'delete_edge':
      return [op.edgeId];
    case 'put_view':
      return [op.view.id];
    case 'delete_view':
      return [op.viewId];
    case 'put_rule':
      return [op.rule.id];
    case 'delete_rule':
      return [op.ruleId];
  }
}

/** Whether ops change all elements of a label or edge type, and so also those that others make or change meanwhile. */
export function isSweeping(ops: readonly Op[]): boolean {
  return ops.some(({ op }) => SWEEPING.has(op));
}

const SWEEPING: ReadonlySet<Op['op']> = new Set([
  'rename_type',
  'delete_type',
  'rename_property',
  'set_property_type',
  'delete_property',
] as const);

type Ends = Pick<GraphEdge, 'source' | 'target'> | undefined;

/** Whether labels, edge types or what they were called were written: then every patch may come out otherwise. */
export function writesSchema(journal: readonly JournalEntry[]): boolean {
  return journal.some(({ kind }) => kind === 'label' || kind === 'edgeType' || kind === 'former');
}

/**
 * The ids that writes bear on: their own, and for edges those of the ends, as they were and as they are.
 * @param edgeNow finds an edge as it is after the writes
 */
export function writtenIds(journal: readonly JournalEntry[], edgeNow: (id: string) => Ends): Set<string> {
  const ids = new Set<string>();
  for (const entry of journal) {
    ids.add(entry.key);
    if (entry.kind !== 'edge') continue;
    for (const edge of [entry.before, edgeNow(entry.key)]) {
      if (edge !== undefined) ids.add(edge.source).add(edge.target);
    }
  }
  return ids;
}

/** The ids a pending patch depends on, and those it wrote when it was last applied (the edges of a deleted node). */
export function footprintOf(ops: readonly Op[], journal: readonly JournalEntry[]): ReadonlySet<string> {
  return new Set([...ops.flatMap(idsOf), ...journal.map(({ key }) => key)]);
}

/**
 * The patches that `ids` reach, directly or by way of each other, in their order. `ids` grows by all that they touch.
 */
export function reachedBy<T extends { readonly footprint: ReadonlySet<string> }>(
  patches: readonly T[],
  ids: Set<string>,
): T[] {
  const reached = new Set<T>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const patch of patches) {
      if (reached.has(patch) || !meets(patch.footprint, ids)) continue;
      reached.add(patch);
      for (const id of patch.footprint) ids.add(id);
      grew = true;
    }
  }
  return patches.filter((patch) => reached.has(patch));
}

function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const id of some) if (others.has(id)) return true;
  return false;
}
