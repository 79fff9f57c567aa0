/** The nodes that are locked: they stay where they are, and are not deleted, until they are unlocked. */
import type { NetChanges } from '../shared/graph/changes';
import type { NodeId } from '../shared/graph/model';

export interface LockedSlice {
  readonly lockedNodes: ReadonlySet<NodeId>;
}

export const NOTHING_LOCKED: LockedSlice = { lockedNodes: new Set() };

/** What is locked after the changes; the same object when they lock and unlock nothing. */
export function changedLocks<T extends LockedSlice>(slice: T, changes: NetChanges): T | LockedSlice {
  let locked: Set<NodeId> | undefined;
  for (const [id, { before, after }] of changes.node) {
    if ((before?.locked === true) === (after?.locked === true)) continue;
    locked ??= new Set(slice.lockedNodes);
    if (after?.locked === true) locked.add(id);
    else locked.delete(id);
  }
  return locked === undefined ? slice : { lockedNodes: locked };
}
