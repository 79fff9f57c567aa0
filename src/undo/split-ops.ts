/** Puts the ops of one undo into as few patches as may be, each well within what a patch and a message can hold. */
import type { Op } from '../shared/graph/ops';
import { LIMITS } from '../shared/limits';

/** Fewer than the limit: a patch holds up others' while it is applied. */
const MOST_OPS = 2_000;
/** UTF-16 code units of JSON; each is at most three bytes on the wire, so that a quarter leaves room for what is around. */
const MOST_CHARACTERS = LIMITS.messageBytes / 4;

/**
 * The ops in their order. One text property fits a patch at its longest; an element that does not is made in parts.
 * @param limit the most ops that the server takes in a patch
 */
export function splitOps(ops: readonly Op[], limit: number = LIMITS.opsPerPatch): Op[][] {
  const mostOps = Math.min(MOST_OPS, limit);
  const patches: Op[][] = [];
  let room = 0;
  for (const op of ops.flatMap(inReach)) {
    const size = characters(op);
    const patch = patches.at(-1);
    if (patch === undefined || size > room || patch.length >= mostOps) {
      patches.push([op]);
      room = MOST_CHARACTERS - size;
    } else {
      patch.push(op);
      room -= size;
    }
  }
  return patches;
}

function characters(op: Op): number {
  return JSON.stringify(op).length + 1;
}

/** An element too large for a patch is created without properties, which are set one by one. */
function inReach(op: Op): Op[] {
  if ((op.op !== 'create_node' && op.op !== 'create_edge') || characters(op) <= MOST_CHARACTERS) return [op];
  const on = op.op === 'create_node' ? ('node' as const) : ('edge' as const);
  const id = op.op === 'create_node' ? op.nodeId : op.edgeId;
  const sets = Object.entries(op.properties).map(([key, value]): Op => ({ op: 'set_property', on, id, key, value }));
  return [{ ...op, properties: {} }, ...sets];
}
