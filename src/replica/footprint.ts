/**
 * Which nodes and edges pending patches depend on. While a patch of someone else writes none of these, and no schema,
 * replaying the pending patches would come to what is shown already, and is left out.
 */
import type { JournalEntry } from '../shared/graph/apply-patch';
import { type GraphEdge, INFO_KEY } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';

/** The ids an op's outcome depends on. What it does to the edges of a node depends on that node too (`writtenIds`). */
function idsOf(op: Op): readonly string[] {
  switch (op.op) {
    case 'set_title':
      return [INFO_KEY];
    // These depend on the schema alone, and a patch that writes schema always leads to a replay.
    case 'create_label':
    case 'create_edge_type':
    case 'add_property':
      return [];
    case 'create_node':
    case 'move_node':
    case 'delete_node':
      return [op.nodeId];
    case 'set_property':
    case 'remove_property':
      return [op.id];
    case 'create_edge':
      return [op.edgeId, op.source, op.target];
    case 'delete_edge':
      return [op.edgeId];
  }
}

type Ends = Pick<GraphEdge, 'source' | 'target'> | undefined;

/** The ids a write bears on: its own, and for an edge those of its ends, as they were and as they are. */
function writtenIds(entry: JournalEntry, edgeNow: (id: string) => Ends): readonly string[] {
  if (entry.kind !== 'edge') return [entry.key];
  const ends = [entry.before, edgeNow(entry.key)].flatMap((edge) => (edge ? [edge.source, edge.target] : []));
  return [entry.key, ...ends];
}

export class Footprint {
  /** How many pending ops depend on an id. */
  readonly #uses = new Map<string, number>();

  add(ops: readonly Op[]): void {
    for (const op of ops) for (const id of idsOf(op)) this.#uses.set(id, (this.#uses.get(id) ?? 0) + 1);
  }

  remove(ops: readonly Op[]): void {
    for (const op of ops) {
      for (const id of idsOf(op)) {
        const uses = (this.#uses.get(id) ?? 0) - 1;
        if (uses > 0) this.#uses.set(id, uses);
        else this.#uses.delete(id);
      }
    }
  }

  /**
   * Whether what was written can change the outcome of a pending patch.
   * @param edgeNow finds an edge as it is after the write
   */
  isTouchedBy(journal: readonly JournalEntry[], edgeNow: (id: string) => Ends): boolean {
    return journal.some(
      (entry) =>
        entry.kind === 'label' ||
        entry.kind === 'edgeType' ||
        writtenIds(entry, edgeNow).some((id) => this.#uses.has(id)),
    );
  }
}
