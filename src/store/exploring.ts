/** What a person is looking for from a node, an edge, or between two nodes. For oneself only, and no edit. */
import type { EdgeId, NodeId } from '../shared/graph/model';

/** What is asked in a small list at the element. */
export type Exploring =
  /** Which of its neighbours to show. */
  | { readonly asks: 'neighbours'; readonly on: 'node'; readonly id: NodeId }
  /** By which of its values to filter. */
  | { readonly asks: 'values'; readonly on: 'node' | 'edge'; readonly id: NodeId | EdgeId };

/** A shortest path that is being looked at. */
export interface SoughtPath {
  readonly from: NodeId;
  readonly to: NodeId;
  /** Only along the edges' directions. */
  readonly directed: boolean;
  /** Also by way of what is hidden. */
  readonly everywhere: boolean;
}

/** The elements of the path, as far as there is one, to be marked on the canvas. */
export interface MarkedPath {
  readonly nodes: readonly NodeId[];
  readonly edges: readonly EdgeId[];
}

export interface ExploringSlice {
  readonly exploring: Exploring | undefined;
  readonly soughtPath: SoughtPath | undefined;
  readonly markedPath: MarkedPath | undefined;
}

export const NOT_EXPLORING: ExploringSlice = { exploring: undefined, soughtPath: undefined, markedPath: undefined };
