/** The WebSocket endpoint: takes upgrades at `/parties/room/:room`, and finds out which connections are dead. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { LIMITS } from '../src/shared/limits';
import { CLOSE_CODES } from '../src/shared/protocol/version';
import { type ConnectionPorts, serveConnection } from './connection';

export interface WebSocketPorts extends ConnectionPorts {
  /** Time between two pings, in milliseconds. Who is not heard of from one to the next is cut off. */
  readonly heartbeat: number;
}

/** How long clients may take to answer when the server closes, in milliseconds. */
const CLOSE_PATIENCE = 1_000;

/** So many pings may go without an answer while something else waits to be sent before them. */
const PINGS_WHILE_SENDING = 6;

const ROOM_PATH = /^\/parties\/room\/([\w-]{1,64})$/;

/**
 * Whether someone is taken for gone who did not answer so many pings, while so many bytes wait to be sent to it. Where
 * something waits, the ping waits behind it.
 */
export function isGone(pings: number, backlog: number): boolean {
  return pings >= (backlog > 0 ? PINGS_WHILE_SENDING : 1);
}

export interface WebSocketEndpoint {
  /** How many connections are open. */
  readonly size: number;
  /** Takes no new connections from now on. */
  stopTaking(): void;
  /** Closes what is still open, and resolves when all of it is closed. */
  close(): Promise<void>;
}

/** Serves WebSockets on an HTTP server. */
export function serveWebSockets(server: Server, ports: WebSocketPorts): WebSocketEndpoint {
  // Compression costs memory for every connection and time for every frame; patches are small.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes, perMessageDeflate: false });
  /** How often each was pinged since it was last heard of. */
  const silent = new Map<WebSocket, number>();

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // The path alone counts: partysocket adds a query of its own.
    const room = ROOM_PATH.exec((request.url ?? '').split('?', 1)[0] ?? '')?.[1];
    if (room === undefined) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const hear = () => silent.delete(opened);
      opened.on('pong', hear);
      opened.on('message', hear);
      opened.on('close', hear);
      serveConnection(opened, room, ports);
    });
  };
  server.on('upgrade', upgrade);

  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      const pings = silent.get(socket) ?? 0;
      if (isGone(pings, socket.bufferedAmount)) socket.terminate();
      else {
        silent.set(socket, pings + 1);
        socket.ping();
      }
    }
  }, ports.heartbeat);

  return {
    get size() {
      return sockets.clients.size;
    },
    stopTaking: () => void server.off('upgrade', upgrade),
    async close() {
      clearInterval(heartbeat);
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
