/** An upgrade that is not taken. From its event on, nobody but us listens to its socket. */
import type { Duplex } from 'node:stream';

/** Answers with a status, such as `404 Not Found`, and closes. */
export function turnAway(socket: Duplex, status: string): void {
  // A client that is gone already is an error of the socket, and one that nobody hears would end the process.
  socket.on('error', () => socket.destroy());
  // Without this a client that does not close its end would hold the socket for ever.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
