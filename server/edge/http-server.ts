/** The server that listens: http, or https with the certificate that is set. */
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Clock } from '../../src/shared/clock';
import type { Log } from '../log';
import { readTls, renewTls, type TlsFiles } from './tls';

export interface EdgeServer {
  readonly server: Server;
  /** Looks for no renewed certificates any more. */
  stopRenewing(): void;
}

export interface EdgeServerOptions {
  /** Left out for http. */
  readonly tls?: TlsFiles | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

const SECOND = 1_000;

/** Who sends slowly holds a connection, and costs nothing else; these are how long. */
const PATIENCE: ServerOptions = {
  headersTimeout: 10 * SECOND,
  requestTimeout: 30 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
  // Longer than proxies keep theirs, which would else ask on a connection that is just being closed.
  keepAliveTimeout: 75 * SECOND,
  // A token, and cookies of other programs on the same host.
  maxHeaderSize: 32 * 1024,
};

/**
 * Makes a server that does not listen yet.
 * @throws StartupError when the certificate or its key cannot be used
 */
export function createEdgeServer(listener: RequestListener, { tls, clock, log }: EdgeServerOptions): EdgeServer {
  if (tls === undefined) return { server: createServer(PATIENCE, listener), stopRenewing: () => undefined };
  const read = readTls(tls, Date.now());
  if (read.warning !== undefined) log.warn(read.warning);
  const options = { ...PATIENCE, ...read.options, handshakeTimeout: 10 * SECOND, ALPNProtocols: ['http/1.1'] };
  const server = createTlsServer(options, listener);
  return { server, stopRenewing: renewTls(server, tls, read, { clock, log, now: Date.now }) };
}
