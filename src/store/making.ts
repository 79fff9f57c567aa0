/** What the person is in the middle of making by hand, and what is still to be asked of them. */
import type { EdgeId, NodeId, Position } from '../shared/graph/model';

/** A node that is to be made, with its middle at `point`. */
export interface NodePlan {
  readonly label: string;
  /** The label is made with it. */
  readonly newLabel: boolean;
  readonly point: Position;
}

/** Points are in canvas units. */
export type Making =
  /** Which label the new node gets; with `from`, the node is to be connected with that one. */
  | { readonly asks: 'label'; readonly point: Position; readonly from?: NodeId | undefined }
  /** Which node this one is to be connected to. */
  | { readonly asks: 'target'; readonly from: NodeId }
  /** Which node this end of an edge is to be at. */
  | { readonly asks: 'end'; readonly edge: EdgeId; readonly end: 'source' | 'target' }
  /** Of which type the new edge is; it leads to a node that is there, or to one that is made with it. */
  | { readonly asks: 'edge type'; readonly from: NodeId; readonly to: NodeId | NodePlan; readonly point: Position };

export interface MakingSlice {
  readonly making: Making | undefined;
  /** The node whose caption is being edited in its card. */
  readonly captionInEdit: NodeId | undefined;
  /** The node that the person is about to connect to. */
  readonly candidate: NodeId | undefined;
  /** The label of the node that was made last. */
  readonly lastLabel: string | undefined;
}

export const INITIAL_MAKING: MakingSlice = {
  making: undefined,
  captionInEdit: undefined,
  candidate: undefined,
  lastLabel: undefined,
};
