export {};

declare global {
  interface Window {
    /** Set by paint-watch.js. */
    paints?:
      | {
          /** Milliseconds from the next drop until the node that it makes is painted. */
          newNode(): Promise<number>;
          /** Milliseconds from the last WebSocket message until a node shows this text. */
          text(nodeId: string, text: string): Promise<number>;
        }
      | undefined;
  }
}
