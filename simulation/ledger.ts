/**
 * Follows every patch of a run by something only it has: a node of its own. So a patch is known again whatever client
 * and seq it goes by in the end, and its effects can be counted.
 */
import type { SettledPatch } from '../src/replica/replica';
import { assert } from '../src/shared/assert';
import type { NodeId } from '../src/shared/graph/model';
import type { Op } from '../src/shared/graph/ops';
import { testNodeId } from '../src/shared/graph/ops.arbitrary';

/** Ids below this are those that random ops use. */
const FIRST = 1_000;

interface Followed {
  /** What a tab was told became of it. */
  readonly outcomes: ('ack' | 'nack' | 'given up')[];
}

export class Ledger {
  readonly #patches = new Map<NodeId, Followed>();

  /** The ops with a mark on them. The label of the mark is there from the beginning. */
  mark(ops: readonly Op[]): Op[] {
    const nodeId = testNodeId(FIRST + this.#patches.size);
    this.#patches.set(nodeId, { outcomes: [] });
    return [...ops, { op: 'create_node', nodeId, label: 'Person', position: { x: 0, y: 0 }, properties: {} }];
  }

  /** The last patch that was marked was not taken by its tab. */
  unmarkLast(): void {
    const last = [...this.#patches.keys()].at(-1);
    if (last !== undefined) this.#patches.delete(last);
  }

  noteSettled(settled: readonly SettledPatch[]): void {
    for (const { patch, outcome } of settled) {
      const mark = markIn(patch.ops);
      if (mark === undefined) continue;
      const isGivenUp = outcome.status === 'nack' && outcome.code === 'DISCARDED';
      this.#patches.get(mark)?.outcomes.push(isGivenUp ? 'given up' : outcome.status);
    }
  }

  /**
   * Each patch took effect once or not at all, as its tab was told; what was given up may have been taken before. What took none was told to someone, if the tab or
   * what it kept lived on.
   * @param log the ops of all accepted patches, in order
   * @param lost marks of patches that a tab had when it crashed, and that it may not have kept
   * @param undone marks of patches that the server had accepted and lost; `undefined` when it never lost anything
   */
  check(log: readonly (readonly Op[])[], lost: ReadonlySet<NodeId>, undone: ReadonlySet<NodeId> | undefined): void {
    const effects = new Map<NodeId, number>();
    for (const ops of log) {
      const mark = markIn(ops);
      if (mark !== undefined) effects.set(mark, (effects.get(mark) ?? 0) + 1);
    }
    for (const [mark, { outcomes }] of this.#patches) {
      const count = effects.get(mark) ?? 0;
      assert(count <= 1, `patch ${mark} took effect ${count} times`);
      assert(
        !outcomes.includes('ack') || count === 1 || undone?.has(mark),
        `patch ${mark} was acknowledged and took no effect`,
      );
      assert(!outcomes.includes('nack') || count === 0 || undone, `patch ${mark} was refused and took effect`);
      assert(
        outcomes.length + count > 0 || lost.has(mark) || undone?.has(mark),
        `nobody heard what became of patch ${mark}`,
      );
    }
  }
}

/** The mark of a patch. */
export function markIn(ops: readonly Op[]): NodeId | undefined {
  const last = ops.at(-1);
  return last?.op === 'create_node' && last.nodeId >= testNodeId(FIRST) ? last.nodeId : undefined;
}
