/** A TCP connection on which a WebSocket was opened, for frames that no WebSocket library would send. */
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { assert } from '../../src/shared/assert';

export interface RawSocket {
  readonly socket: Socket;
  /** Resolves with the code of the server's close frame when the connection ends; `undefined` when there was none. */
  readonly closeCode: Promise<number | undefined>;
}

const HEAD_END = '\r\n\r\n';

/** Opens a WebSocket to a room of a server of this machine. */
export async function rawSocket(port: number, room: string): Promise<RawSocket> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const chunks: Buffer[] = [];
  const received = () => Buffer.concat(chunks);
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const opened = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (received().includes(HEAD_END)) resolve();
    });
  });
  socket.on('error', () => {}); // What follows is `close`.
  const head = ['Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
  const key = `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`;
  socket.write([`GET /parties/room/${room} HTTP/1.1`, ...head, key, '', ''].join('\r\n'));
  await Promise.race([opened, ended]);
  assert(received().toString().startsWith('HTTP/1.1 101'), 'the WebSocket was not opened');
  const closeCode = ended.then(() => {
    const frames = received().subarray(received().indexOf(HEAD_END) + HEAD_END.length);
    // A frame of two bytes, with which the server closes: it says nothing else to who did not say hello.
    return frames[0] === 0x88 && frames[1] === 2 ? frames.readUInt16BE(2) : undefined;
  });
  return { socket, closeCode };
}
