/** HTTP as nobody's library would write it. */
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Exchange {
  readonly socket: Socket;
  /** All that came back; resolves when the server ends the connection. */
  readonly all: Promise<string>;
}

/** Opens a TCP connection to a server of this machine, and sends bytes as they are. */
export function exchange({ port }: { readonly port: number }, bytes: string | Uint8Array = ''): Exchange {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => {}); // What follows is `close`.
  const all = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
  if (bytes.length > 0) socket.write(bytes);
  return { socket, all };
}

/** A request that is its connection's last. */
export function requestText(method: string, target: string, headers: Record<string, string> = {}, body = ''): string {
  const all = { Host: 'localhost', Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${target} HTTP/1.1`, ...lines, '', body].join('\r\n');
}

/** The statuses of the answers in what came back. */
export function statusesOf(text: string): number[] {
  return Array.from(text.matchAll(/^HTTP\/1\.1 (\d{3})/gm), ([, status]) => Number(status));
}
