/** The one place where the server's parts are wired together. */
import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { assert } from '../src/shared/assert';
import { type Clock, realClock } from '../src/shared/clock';
import { accessSecret } from './access/access-secret';
import { loadAuthorizeHook } from './access/authorize-hook';
import { makeAuthorizer } from './access/authorizer';
import { LinkKeys } from './access/link-keys';
import { RoomAccess } from './access/room-access';
import { tokenVerifier } from './access/tokens';
import { serveAdmin } from './admin/serve-admin';
import type { Config } from './config/config';
import { purgeHourly } from './deleted-rooms';
import { AddressShares } from './edge/address-shares';
import { PlaceCounter } from './edge/counters';
import { guardConnections, guarded } from './edge/door';
import { AddressRates } from './edge/http-rate';
import { createEdgeServer } from './edge/http-server';
import { securityHeaders } from './edge/security-headers';
import { Guests } from './guests';
import { browserHost, closeHttp, listen } from './http/listening';
import { httpRoutes } from './http/routes';
import type { Log } from './log';
import { compactHourly } from './log-compaction';
import { prometheusMetrics } from './metrics/prometheus-metrics';
import { watchStorage } from './metrics/storage-metrics';
import { packSnapshot } from './packed-snapshot';
import { readiness } from './readiness';
import { ROOM_LIMITS, type RoomLimits } from './room-ports';
import { Rooms } from './rooms';
import { readSamples } from './sample-files';
import type { CatchUpLimits } from './snapshot-keeper';
import { StaticFiles } from './static-files';
import { openDatabase } from './storage/sqlite-open';
import { databaseProbe } from './storage/sqlite-probe';
import { sqliteStorage } from './storage/sqlite-storage';
import type { Storage } from './storage/storage';
import { serveWebSockets } from './ws';

/** Times are in milliseconds. */
export interface ServerOptions extends Config {
  /** Directory of the built page; without one, or when it is missing, only the API is served. */
  readonly clientDir: string;
  /** Directory of the sample files; none when it is missing. */
  readonly samplesDir: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** Time between two pings; who is not heard of from one to the next is cut off. */
  readonly heartbeat?: number;
  readonly roomLimits?: Partial<RoomLimits>;
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
const MEBIBYTE = 1024 * 1024;

const NEW_SECRET_TEXT =
  'DATA_DIR has graphs, but had no file access-secret: a new one was made, and no link made before opens any more. If you have the old file, stop the server and put it back; otherwise make new links with the admin command.';

/**
 * Starts a server.
 * @throws StartupError when it cannot start for a reason its operator can mend
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const db = openDatabase(options.dataDir);
  const storage = sqliteStorage(db);
  try {
    return await serve(options, db, storage);
  } catch (error) {
    storage.close();
    throw error;
  }
}

async function serve(options: ServerOptions, db: DatabaseSyncInstance, storage: Storage): Promise<RunningServer> {
  const { log, clock = realClock, idleTime = 5 * MINUTE, limits, dataDir, auth } = options;
  const roomLimits = { ...ROOM_LIMITS, ...options.roomLimits };
  const now = () => clock.now();
  const metrics = prometheusMetrics();
  const samples = readSamples(options.samplesDir);
  const { secret, isNew } = accessSecret(dataDir);
  if (isNew && storage.roomCount() > 0) log.warn(NEW_SECRET_TEXT);
  const keys = new LinkKeys(secret);
  const guests = new Guests();
  const access = new RoomAccess({
    storage,
    keys,
    log,
    now: Date.now,
    onChange: (room) => guests.recheck(room),
    keepsOwnerLink: auth === undefined,
  });
  const authorizer = makeAuthorizer({
    access,
    verify: auth && tokenVerifier(auth, Date.now),
    hook: options.authorizeModule === undefined ? undefined : await loadAuthorizeHook(options.authorizeModule),
  });
  let isStopping = false;
  const rooms = new Rooms({
    storage,
    log,
    clock,
    metrics,
    limits: roomLimits,
    graphLimits: limits.graph,
    idleTime,
    pack: packSnapshot,
    now: Date.now,
    randomId: () => randomBytes(16).toString('base64url'),
    // After the sockets that have something to read were read: what arrives together is stored together.
    schedule: setImmediate,
    catchUp: options.catchUp ?? { patches: 2_000, bytes: MEBIBYTE },
    snapshotGrace: options.snapshotGrace ?? 10 * MINUTE,
  });
  const requestRates = new AddressRates(limits.httpRate, now);
  const shares = new AddressShares({ share: limits.addressShare, now, utilization: utilizationMeter() });
  const page = new StaticFiles(options.clientDir);
  const routes = httpRoutes({
    rooms,
    storage,
    samples,
    page,
    log,
    metrics,
    authorizer,
    access,
    guests,
    auth:
      auth === undefined ? { mode: 'links' } : { mode: 'tokens', tokenUrl: auth.tokenUrl, signInUrl: auth.signInUrl },
    origins: options,
    requestRates,
    roomRates: new AddressRates(limits.roomRate, now),
    mostRooms: limits.rooms,
    bodyBytes: limits.bodyBytes,
    metricsToken: options.metricsToken,
    deletedRetention: options.deletedRetention,
    readiness: readiness({ probe: databaseProbe(db), isStopping: () => isStopping, now }),
    now,
    headersFor: securityHeaders({ tokenUrl: auth?.tokenUrl }),
    newClientId: () => `c_${randomUUID()}`,
  });
  const door = {
    shares,
    trustedProxies: options.trustedProxies,
    now,
    onTurnedAway: () => metrics.rateLimited('requests'),
  };
  const { server, stopRenewing } = createEdgeServer(guarded(getRequestListener(routes.fetch), door), {
    tls: options.tls,
    clock,
    log,
  });
  guardConnections(server, door);
  const sockets = serveWebSockets(server, {
    shares,
    rooms,
    authorizer,
    guests,
    places: new PlaceCounter(limits.connectionsPerRoom),
    log,
    metrics,
    clock,
    now,
    wallClock: Date.now,
    origins: options,
    requestRates,
    connectionsPerAddress: limits.connectionsPerAddress,
    messageBytes: limits.graph.messageBytes,
    helloTimeout: limits.helloTimeout,
    helloBytes: limits.helloBytes,
    byteRate: limits.byteRate,
    patchRate: limits.patchRate,
    messageRate: limits.messageRate,
    heartbeat: options.heartbeat ?? 5 * SECOND,
    maxBacklog: roomLimits.patchBacklog,
    drainedBacklog: Math.min(roomLimits.presenceBacklog, roomLimits.patchBacklog) / 4,
  });
  metrics.watch('connections', () => sockets.size);
  metrics.watch('rooms_loaded', () => rooms.size);
  metrics.watch('rooms', () => storage.roomCount());
  const hourly = { storage, log, metrics, now: Date.now };
  const stopCompacting = compactHourly(clock, { ...hourly, retention: options.logRetention });
  const stopPurging = purgeHourly(clock, { ...hourly, retention: options.deletedRetention });
  const stopCounting = watchStorage(metrics, { db, storage, clock, log, now: Date.now });
  const eviction = setInterval(() => rooms.evictIdle(), Math.min(idleTime, MINUTE));
  let admin: Awaited<ReturnType<typeof serveAdmin>> | undefined;

  const close = async () => {
    isStopping = true;
    clearInterval(eviction);
    stopCompacting();
    stopPurging();
    stopCounting();
    stopRenewing();
    const answered = closeHttp(server, options.stopDeadline);
    sockets.stopTaking();
    rooms.stopTaking();
    rooms.flush();
    // What has arrived by now is read in the next turn at the latest, and answered: nobody has to guess.
    for (let turn = 0; turn < 2; turn += 1) await nextTurn();
    rooms.flush();
    await sockets.close();
    await answered;
    await admin?.close();
    await rooms.close();
    storage.close();
  };

  const scheme = options.tls === undefined ? 'http' : 'https';
  try {
    await listen(server, options);
    const address = server.address();
    assert(typeof address === 'object' && address !== null, 'a listening server has no address');
    const url = `${scheme}://${browserHost(options.host)}:${address.port}`;
    admin = await serveAdmin({
      dataDir,
      db,
      storage,
      access,
      log,
      now: Date.now,
      url,
      rooms: {
        flush: () => rooms.flush(),
        end: (room) => rooms.end(room),
        connections: (room) => guests.sizeOf(room),
      },
    });
    page.prepare().catch((error: unknown) => log.error('A file of the page cannot be read.', error));
    return { port: address.port, url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The part of the time in which this thread had work since it was last asked, from 0 to 1. */
function utilizationMeter(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const next = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(next, last);
    last = next;
    return utilization;
  };
}
