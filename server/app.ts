/** The one place where the server's parts are wired together. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { assert } from '../src/shared/assert';
import { type Clock, realClock } from '../src/shared/clock';
import type { Config } from './config';
import { httpRoutes } from './http';
import { consoleLog, type Log } from './log';
import { compactHourly } from './log-compaction';
import { prometheusMetrics } from './metrics';
import { packSnapshot } from './packed-snapshot';
import type { Rate } from './rate-limit';
import { ROOM_LIMITS, type RoomLimits } from './room-ports';
import { Rooms } from './rooms';
import { readSamples } from './sample-files';
import type { CatchUpLimits } from './snapshot-keeper';
import { StartupError } from './startup-error';
import { StaticFiles } from './static-files';
import { openDatabase } from './storage/sqlite-open';
import { sqliteStorage } from './storage/sqlite-storage';
import { serveWebSockets } from './ws';

/** Times are in milliseconds. */
export interface ServerOptions extends Config {
  /** Directory of the built page; without one, or when it is missing, only the API is served. */
  readonly clientDir: string;
  /** Directory of the sample files; none when it is missing. */
  readonly samplesDir: string;
  readonly log?: Log;
  readonly clock?: Clock;
  /** How long a client may take to say hello. */
  readonly helloTimeout?: number;
  /** Time between two pings; who is not heard of from one to the next is cut off. */
  readonly heartbeat?: number;
  /** Messages of one connection that are no patches; what comes on top is dropped. */
  readonly messageRate?: Rate;
  readonly limits?: Partial<RoomLimits>;
  /** What may be sent over a WebSocket to a client that joins; beyond it a snapshot is used. */
  readonly catchUp?: CatchUpLimits;
  /** How long a snapshot can still be fetched after a newer one was made. */
  readonly snapshotGrace?: number;
  /** How long a room stays in memory with nobody in it. */
  readonly idleTime?: number;
}

export interface RunningServer {
  /** Where a browser on this machine reaches it, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Lets what is under way finish, makes it durable, tells clients to come back, and frees everything. */
  close(): Promise<void>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const MEBIBYTE = 1024 * 1024;
/** Unless the options say otherwise. */
const PATCH_RATE: Rate = { perSecond: 500, burst: 5_000 };
const MESSAGE_RATE: Rate = { perSecond: 200, burst: 1_000 };
/** How long requests may take to finish when the server closes. */
const CLOSE_PATIENCE = 2 * SECOND;

/**
 * Starts a server.
 * @throws StartupError when it cannot start for a reason its operator can mend
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log = consoleLog, clock = realClock, idleTime = 5 * MINUTE } = options;
  const limits = { ...ROOM_LIMITS, ...options.limits };
  const metrics = prometheusMetrics();
  const samples = readSamples(options.samplesDir);
  const storage = sqliteStorage(openDatabase(options.dataDir));
  const rooms = new Rooms({
    storage,
    log,
    clock,
    metrics,
    limits,
    idleTime,
    pack: packSnapshot,
    now: Date.now,
    randomId: () => randomBytes(16).toString('base64url'),
    // After the sockets that have something to read were read: what arrives together is stored together.
    schedule: setImmediate,
    catchUp: options.catchUp ?? { patches: 2_000, bytes: MEBIBYTE },
    snapshotGrace: options.snapshotGrace ?? 10 * MINUTE,
  });
  const page = new StaticFiles(options.clientDir);
  const routes = httpRoutes({ rooms, storage, samples, page, log, metrics, newClientId: () => `c_${randomUUID()}` });
  const server = createServer(getRequestListener(routes.fetch));
  const sockets = serveWebSockets(server, {
    rooms,
    log,
    metrics,
    now: () => clock.now(),
    helloTimeout: options.helloTimeout ?? 10 * SECOND,
    heartbeat: options.heartbeat ?? 5 * SECOND,
    patchRate: {
      perSecond: options.patchRate ?? PATCH_RATE.perSecond,
      burst: options.patchBurst ?? PATCH_RATE.burst,
    },
    messageRate: options.messageRate ?? MESSAGE_RATE,
    maxBacklog: limits.patchBacklog,
    drainedBacklog: Math.min(limits.presenceBacklog, limits.patchBacklog) / 4,
  });
  metrics.watch('connections', () => sockets.size);
  metrics.watch('rooms_loaded', () => rooms.size);
  const retention = options.logRetention ?? 30 * DAY;
  const stopCompacting = compactHourly(clock, { storage, log, now: Date.now, retention });
  const eviction = setInterval(() => rooms.evictIdle(), Math.min(idleTime, MINUTE));

  const close = async () => {
    clearInterval(eviction);
    stopCompacting();
    const answered = closeHttp(server);
    sockets.stopTaking();
    rooms.stopTaking();
    rooms.flush();
    // What has arrived by now is read in the next turn at the latest, and answered: nobody has to guess.
    for (let turn = 0; turn < 2; turn += 1) await nextTurn();
    rooms.flush();
    await sockets.close();
    await answered;
    await rooms.close();
    storage.close();
  };

  try {
    await listen(server, options);
  } catch (error) {
    await close();
    throw error;
  }
  page.prepare().catch((error: unknown) => log.error('A file of the page cannot be read.', error));
  const address = server.address();
  assert(typeof address === 'object' && address !== null, 'a listening server has no address');
  return { port: address.port, url: `http://${browserHost(options.host)}:${address.port}`, close };
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListen(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explainListen(error: Error, host: string, port: number): Error {
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return new StartupError(`Port ${port} is in use. Stop the program that uses it, or set PORT to another.`);
    case 'EACCES':
      return new StartupError(`Port ${port} may not be used by this user. Set PORT to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartupError(`This machine has no address "${host}". Set HOST to one it has, such as 127.0.0.1.`);
    default:
      return error;
  }
}

/** Stops accepting, and resolves when the requests under way have been answered, or have taken too long. */
function closeHttp(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), CLOSE_PATIENCE);
    // The error it may report is that it was not listening: then there is nothing to wait for either.
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}

/** The name under which a browser on this machine finds a server that listens at `host`. */
function browserHost(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
