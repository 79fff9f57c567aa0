/** A wire to a real server that can be cut, and on which what the server says can be lost. */
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { assert } from '../../shared/assert';

export interface Wire {
  /** What a client connects to. */
  readonly host: string;
  /** Ends all connections, as when the network goes; until it is mended, new ones are ended at once. */
  cut(): void;
  mend(): void;
  /** From now on, what the server says on connections there are is lost. */
  deafen(): void;
}

/** @param port the server's, on this machine */
export async function layWire(port: number): Promise<Wire> {
  const ends = new Set<Socket>();
  const deaf = new WeakSet<Socket>();
  let isCut = false;
  const keep = (socket: Socket, other: Socket) => {
    ends.add(socket);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      ends.delete(socket);
      other.destroy();
    });
  };
  const server = createServer((client) => {
    if (isCut) return client.destroy();
    const upstream = connect(port, '127.0.0.1');
    keep(client, upstream);
    keep(upstream, client);
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      if (!deaf.has(upstream)) client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = () => {
    for (const end of ends) end.destroy();
  };
  onTestFinished(() => {
    hangUp();
    server.close();
  });
  const address = server.address();
  assert(typeof address === 'object' && address !== null, 'a listening server has no address');
  return {
    host: `127.0.0.1:${address.port}`,
    cut: () => {
      isCut = true;
      hangUp();
    },
    mend: () => {
      isCut = false;
    },
    deafen: () => {
      for (const end of ends) deaf.add(end);
    },
  };
}
