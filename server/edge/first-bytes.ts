/** Strangers may not send much: what a connection sends before it is known is held to a few bytes. */
import type { Duplex } from 'node:stream';

/**
 * Counts the bytes that arrive, whether or not they are a whole message yet.
 * @param socket something reads it already
 * @param exceeded called once, when there are more than `most`
 * @returns stops counting
 */
export function limitFirstBytes(socket: Duplex, most: number, exceeded: () => void): () => void {
  let left = most;
  const count = (chunk: Buffer) => {
    left -= chunk.length;
    if (left >= 0) return;
    stop();
    exceeded();
  };
  const stop = () => void socket.off('data', count);
  socket.on('data', count);
  return stop;
}
