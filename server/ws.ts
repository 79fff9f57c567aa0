/** The WebSocket endpoint: takes upgrades at `/parties/room/:room`, and finds out which connections are dead. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { LIMITS } from '../src/shared/limits';
import { CLOSE_CODES } from '../src/shared/protocol/version';
import { type ConnectionPorts, serveConnection } from './connection';

export interface WebSocketPorts extends ConnectionPorts {
  /** Time between two pings, in milliseconds. Who does not answer one before the next is cut off. */
  readonly heartbeat: number;
}

/** How long clients may take to answer when the server closes, in milliseconds. */
const CLOSE_PATIENCE = 1_000;

const ROOM_PATH = /^\/parties\/room\/([\w-]{1,64})$/;

export interface WebSocketEndpoint {
  /** Closes what is still open, and resolves when all of it is closed. */
  close(): Promise<void>;
}

/** Serves WebSockets on an HTTP server. */
export function serveWebSockets(server: Server, ports: WebSocketPorts): WebSocketEndpoint {
  // Compression costs memory for every connection and time for every frame; patches are small.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes, perMessageDeflate: false });
  const silent = new Set<WebSocket>();

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // The path alone counts: partysocket adds a query of its own.
    const room = ROOM_PATH.exec((request.url ?? '').split('?', 1)[0] ?? '')?.[1];
    if (room === undefined) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on('pong', () => silent.delete(opened));
      opened.on('close', () => silent.delete(opened));
      serveConnection(opened, room, ports);
    });
  };
  server.on('upgrade', upgrade);

  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      else {
        silent.add(socket);
        socket.ping();
      }
    }
  }, ports.heartbeat);

  return {
    async close() {
      clearInterval(heartbeat);
      server.off('upgrade', upgrade);
      const open = [...sockets.clients];
      const closed = Promise.all(open.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
      for (const socket of open) socket.close(CLOSE_CODES.serviceRestart);
      const impatience = setTimeout(() => {
        for (const socket of open) socket.terminate();
      }, CLOSE_PATIENCE);
      await closed;
      clearTimeout(impatience);
    },
  };
}
