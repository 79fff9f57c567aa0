/** What undo and redo would do now. */
import type { NetChanges } from '../shared/graph/changes';

export interface UndoSlice {
  /** What the step changed that undo would take back; undefined when there is none. */
  readonly nextUndo: NetChanges | undefined;
  /** What redo would change again; undefined when there is nothing to redo. */
  readonly nextRedo: NetChanges | undefined;
}

export const INITIAL_UNDO: UndoSlice = { nextUndo: undefined, nextRedo: undefined };
