/** Whether there is something to undo and to redo. */
export interface UndoSlice {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export const INITIAL_UNDO: UndoSlice = { canUndo: false, canRedo: false };
