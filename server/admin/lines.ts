/** Lines of text from a socket. */
import type { Socket } from 'node:net';

/**
 * Calls back for each line that arrives, without its end.
 * @param longest characters of a line; who sends a longer one is cut off
 */
export function onLines(socket: Socket, longest: number, onLine: (line: string) => void): void {
  /** What has come of the line that has not ended. */
  let begun: string[] = [];
  let length = 0;
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const [first = '', ...others] = text.split('\n');
    begun.push(first);
    length += first.length;
    for (const next of others) {
      onLine(begun.join(''));
      begun = [next];
      length = next.length;
    }
    if (length > longest) socket.destroy(new Error('A line is too long.'));
  });
}
