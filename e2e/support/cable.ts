/**
 * A network cable between a tab and the server that can be unplugged: a TCP relay on a port of its own. (Playwright's
 * own offline switch leaves open WebSockets as they are.)
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { must } from '../../src/shared/assert';

export class Cable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #pluggedIn = true;

  private constructor(serverPort: number) {
    this.#server = createServer((near) => {
      if (!this.#pluggedIn) {
        near.destroy();
        return;
      }
      const far = connect(serverPort, 'localhost');
      this.#track(near, far);
      this.#track(far, near);
      near.pipe(far).pipe(near);
    });
  }

  static async to(serverPort: number): Promise<Cable> {
    const cable = new Cable(serverPort);
    await new Promise<void>((resolve) => cable.#server.listen(0, 'localhost', resolve));
    return cable;
  }

  /** Where the near end is. */
  get origin(): string {
    const address = must(this.#server.address(), 'the address of a listening server');
    return `http://localhost:${typeof address === 'string' ? address : address.port}`;
  }

  unplug(): void {
    this.#pluggedIn = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  plugIn(): void {
    this.#pluggedIn = true;
  }

  async remove(): Promise<void> {
    this.unplug();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #track(socket: Socket, other: Socket): void {
    this.#sockets.add(socket);
    // Either side's end, or error, is the end of both: an error is always followed by 'close'.
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      other.destroy();
    });
  }
}
