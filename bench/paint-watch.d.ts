/** Milliseconds from each frame to the next. */
export interface Frames {
  /** Of all that the page was called for. */
  readonly all: number[];
  /** Of those alone that show the node at another place than the one before. */
  readonly drawn: number[];
}

declare global {
  interface Window {
    /** Set by paint-watch.js. */
    paints?:
      | {
          /** Milliseconds from the next drop until the node that it makes is painted. */
          newNode(): Promise<number>;
          /** Milliseconds from the last WebSocket message until a node shows this text. */
          text(nodeId: string, text: string): Promise<number>;
          /**
           * Moves the pointer, with its button pressed on a node, in circles that begin and end there: one move a frame. All
           * in pixels and milliseconds, `turn` being those of one circle.
           */
          circle(x: number, y: number, radius: number, turn: number, duration: number): Promise<Frames>;
        }
      | undefined;
  }
}
