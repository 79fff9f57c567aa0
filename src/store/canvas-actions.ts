/** What the rest of the page asks of the canvas. Positions are in canvas units. */
import type { EdgeId, NodeId, Position } from '../shared/graph/model';

export interface CanvasActions {
  /** Selects these and nothing else; what is not drawn is passed over. */
  select(nodes: readonly NodeId[], edges?: readonly EdgeId[]): void;
  /** Selects nodes that were just made, as soon as they are drawn. */
  selectWhenDrawn(nodes: readonly NodeId[]): void;
  /** Moves the view so that these nodes are seen; all there are when left out. */
  show(nodes?: readonly NodeId[]): void;
  zoomBy(factor: number): void;
  /** 1 is 100 %. */
  zoomTo(scale: number): void;
  /** The middle of what is seen. */
  middle(): Position;
  /** Where the pointer last was on the canvas, if it is there now. */
  pointer(): Position | undefined;
  /**
   * Draws nodes elsewhere for the moment, as an animation does. Nothing of it is an edit, and whoever calls this has to
   * end it with an empty map: nodes are then where their rows say.
   */
  preview(positions: ReadonlyMap<NodeId, Position>): void;
}
