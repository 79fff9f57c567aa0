/** The WebSocket endpoint: takes upgrades at `/parties/room/:room`, and finds out which connections are dead. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE_CODES } from '../src/shared/protocol/version';
import { type ConnectionPorts, serveConnection } from './connection';
import type { AddressShares } from './edge/address-shares';
import { addressGroup, clientAddress } from './edge/client-address';
import { PlaceCounter } from './edge/counters';
import { limitFirstBytes } from './edge/first-bytes';
import type { AddressRates } from './edge/http-rate';
import { isAllowedOrigin, type OriginRules } from './edge/origin';
import { turnAway } from './edge/turn-away';

export interface WebSocketPorts extends ConnectionPorts {
  /** Time between two pings, in milliseconds. Who is not heard of from one to the next is cut off. */
  readonly heartbeat: number;
  /** Bytes of one message at most. */
  readonly messageBytes: number;
  readonly connectionsPerAddress: number;
  readonly origins: OriginRules;
  readonly shares: Pick<AddressShares, 'spend' | 'wait'>;
  /** Requests an address may make, connections among them. */
  readonly requestRates: Pick<AddressRates, 'take'>;
}

/** How long clients may take to answer when the server closes their connection, in milliseconds. */
const CLOSE_PATIENCE = 1_000;

/** So many pings may go without an answer while something else waits to be sent before them. */
const PINGS_WHILE_SENDING = 6;

/** What opening a WebSocket costs, in milliseconds, about. */
const UPGRADE = 0.2;

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
  const options = {
    noServer: true,
    maxPayload: ports.messageBytes,
    // Compression costs memory for every connection and time for every frame; patches are small.
    perMessageDeflate: false,
    // Who was sent away and does not go is not waited for: each holds one of its address's places. (`ws` knows the option, its types do not.)
    closeTimeout: CLOSE_PATIENCE,
  };
  const sockets = new WebSocketServer(options);
  const places = new PlaceCounter(ports.connectionsPerAddress);
  /** How often each was pinged since it was last heard of. */
  const silent = new Map<WebSocket, number>();

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // The path alone counts: partysocket adds a query of its own.
    const room = ROOM_PATH.exec((request.url ?? '').split('?', 1)[0] ?? '')?.[1];
    if (room === undefined) return turnAway(socket, '404 Not Found');
    // A page of another site could use what this browser has here, or may reach.
    if (!isAllowedOrigin(request, ports.origins)) {
      ports.metrics.joinRefused('ORIGIN');
      return turnAway(socket, '403 Forbidden');
    }
    const address = clientAddress(request, ports.origins.trustedProxies);
    const group = addressGroup(address);
    ports.shares.spend(group, UPGRADE);
    const isWelcome = ports.requestRates.take(group) && ports.shares.wait(group) === 0;
    const leave = isWelcome ? places.take(group) : undefined;
    if (leave === undefined) {
      ports.metrics.rateLimited('connections');
      return turnAway(socket, '429 Too Many Requests');
    }
    socket.once('close', leave);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const admitted = limitFirstBytes(socket, ports.helloBytes, () => opened.terminate());
      const hear = () => silent.delete(opened);
      opened.on('pong', hear);
      opened.on('message', hear);
      opened.on('close', hear);
      const share = {
        spend: (milliseconds: number) => ports.shares.spend(group, milliseconds),
        wait: () => ports.shares.wait(group),
      };
      serveConnection(opened, { room, address, share, admitted }, ports);
    });
  };
  server.on('upgrade', upgrade);

  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      // Its answer may be among what is not read just now.
      if (socket.isPaused) continue;
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
