/** The server's WebSockets, rooms and all, on connections and a storage in memory: real but for the network and the disk. */
import { Agent, createServer } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import { WebSocket } from 'ws';
import { LIMITS } from '../../src/shared/limits';
import { Guests } from '../guests';
import { prometheusMetrics } from '../metrics/prometheus-metrics';
import type { Rate } from '../rate-limit';
import { ROOM_LIMITS } from '../room-ports';
import type { Rooms } from '../rooms';
import { memoryStorage } from '../storage/memory-storage';
import type { Storage } from '../storage/storage';
import { serveWebSockets } from '../ws';
import { openAuthorizer } from './open-authorizer';
import { testLog } from './test-log';
import { testRooms } from './test-rooms';

export interface MemoryServer {
  readonly storage: Storage;
  readonly rooms: Rooms;
  /** What was logged as going wrong. */
  readonly problems: readonly string[];
  /** Lets the rooms' time pass; nothing else does. */
  advance(milliseconds: number): void;
  connect(room: string): WebSocket;
  close(): Promise<void>;
}

/** Takes whatever is sent, so that each message is answered. */
export const UNLIMITED: Rate = { perSecond: 1e9, burst: 1e9 };
/** Longer than any test, in milliseconds. */
const NEVER = 1e9;

class InMemory extends Agent {
  constructor(private readonly accept: (connection: Duplex) => void) {
    super();
  }

  override createConnection(): Duplex {
    const [near, far] = duplexPair();
    // As on a network, whose one end is gone soon has no other.
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    this.accept(far);
    return near;
  }
}

export function memoryServer(): MemoryServer {
  const storage = memoryStorage();
  const { rooms, problems, clock } = testRooms(storage, { schedule: setImmediate });
  const server = createServer();
  const endpoint = serveWebSockets(server, {
    shares: { spend: () => {}, wait: () => 0 },
    rooms,
    log: testLog(problems),
    metrics: prometheusMetrics(),
    authorizer: openAuthorizer(),
    guests: new Guests(),
    places: { take: () => () => {} },
    clock,
    now: () => clock.now(),
    wallClock: () => clock.now(),
    origins: { trustedProxies: 0, allowedOrigins: [] },
    requestRates: { take: () => true },
    connectionsPerAddress: NEVER,
    messageBytes: LIMITS.messageBytes,
    helloBytes: LIMITS.messageBytes,
    byteRate: UNLIMITED,
    helloTimeout: NEVER,
    heartbeat: NEVER,
    patchRate: UNLIMITED,
    messageRate: UNLIMITED,
    maxBacklog: ROOM_LIMITS.patchBacklog,
    drainedBacklog: ROOM_LIMITS.presenceBacklog / 4,
  });
  const agent = new InMemory((connection) => server.emit('connection', connection));
  return {
    storage,
    rooms,
    problems,
    advance: (milliseconds) => clock.advance(milliseconds),
    connect: (room) => new WebSocket(`ws://memory/parties/room/${room}`, { agent }),
    close: async () => {
      await endpoint.close();
      await rooms.close();
    },
  };
}
