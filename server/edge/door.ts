/**
 * The door, before anything is known of who comes but their address: who has had more than their share of the server
 * (`address-shares.ts`) is sent away at once, for next to nothing; what the others cost is counted.
 */
import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { AddressShares } from './address-shares';
import { addressGroup, clientAddress } from './client-address';
import { RETRY_AFTER } from './http-rate';

export interface DoorPorts {
  readonly shares: Pick<AddressShares, 'spend' | 'wait'>;
  /** How many proxies are in front of the server. */
  readonly trustedProxies: number;
  /** Milliseconds that never go back (`Clock`). */
  readonly now: () => number;
  readonly onTurnedAway: () => void;
}

/** What they cost about, in milliseconds: a connection, a handshake of TLS, and what a request costs out of our sight. */
const CONNECTION = 0.1;
const HANDSHAKE = 1;
const REQUEST = 0.1;

/** A listener that answers who may come in, and tells the others to come again later. */
export function guarded(
  listener: RequestListener,
  { shares, trustedProxies, now, onTurnedAway }: DoorPorts,
): RequestListener {
  return (request, response) => {
    const group = addressGroup(clientAddress(request, trustedProxies));
    if (shares.wait(group) > 0) {
      onTurnedAway();
      response.writeHead(429, { ...RETRY_AFTER, connection: 'close' }).end();
      return;
    }
    const begun = now();
    listener(request, response);
    shares.spend(group, now() - begun + REQUEST);
  };
}

/** Closes connections of who has had their share. Behind proxies, it cannot be told whose they are. */
export function guardConnections(server: Server, { shares, trustedProxies, onTurnedAway }: DoorPorts): void {
  if (trustedProxies > 0) return;
  server.on('connection', (socket: Socket) => {
    const group = addressGroup(clientAddress({ headers: {}, socket }, 0));
    if (shares.wait(group) > 0) {
      onTurnedAway();
      socket.destroy();
    } else shares.spend(group, CONNECTION);
  });
  server.on('secureConnection', (socket: Socket) => {
    shares.spend(addressGroup(clientAddress({ headers: {}, socket }, 0)), HANDSHAKE);
  });
}
