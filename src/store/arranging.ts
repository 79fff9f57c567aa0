/** The layout that is being made just now. */

export interface Arranging {
  /** Nothing has happened then. Undefined once it is too late: what is done is undone like any edit. */
  readonly cancel: (() => void) | undefined;
}

export interface ArrangingSlice {
  /** Undefined when nothing is being arranged. */
  readonly arranging: Arranging | undefined;
}

export const INITIAL_ARRANGING: ArrangingSlice = { arranging: undefined };
