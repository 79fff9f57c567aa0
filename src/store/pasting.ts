/** What was pasted and is not in the graph yet, because something about it has to be asked first (`panel: 'paste'`). */
import type { Position } from '../shared/graph/model';
import type { GraphSnapshot } from '../shared/graph/snapshot';

export type Pasting =
  /** Text that is not a piece of a graph: its lines or rows are to become nodes. */
  | { readonly kind: 'table'; readonly text: string }
  /** A piece of a graph of which not everything fits. */
  | { readonly kind: 'piece'; readonly piece: GraphSnapshot; readonly at: Position };

export interface PastingSlice {
  readonly pasting: Pasting | undefined;
}

export const INITIAL_PASTING: PastingSlice = { pasting: undefined };
