/** What the server counts of its work. Every label has few values: no ids, no addresses, nothing that people wrote. */
import type { ErrorCode } from '../../src/shared/protocol/server-messages';

/** Why someone who came to a room was not let in. */
export type JoinRefusal = ErrorCode | 'HELLO_TIMEOUT' | 'ORIGIN' | 'DAMAGED';

/** Told once for each commit, message or frame where that is possible, so that a patch costs next to nothing more. */
export interface Metrics {
  /** A transaction of so many patches was stored in so many milliseconds. */
  committed(patches: number, milliseconds: number): void;
  /** So many patches were answered like this. `code` is empty but for what was refused. */
  answered(outcome: 'accepted' | 'duplicate' | 'refused' | 'retryable', code: string, patches: number): void;
  /** A message with patches was answered so long after it had arrived. */
  acknowledged(milliseconds: number): void;
  /** What a room had to tell was written and handed to so many connections in so long. */
  fannedOut(receivers: number, milliseconds: number): void;
  presenceReceived(): void;
  /** A presence message was dropped because its sender sent too many, or a slow receiver is sent none for now. */
  presenceDropped(why: 'rate' | 'slow'): void;
  /** A message that was no patch was dropped, because its sender sent too many. */
  messageDropped(): void;
  /** A client reads too slowly: it is sent no more patches for now, or it was cut off. */
  slowConsumer(what: 'behind' | 'closed'): void;
  snapshot(outcome: 'stored' | 'failed'): void;
  /** A client's graph was found to differ from the server's. */
  diverged(): void;
  /** A client built its database anew so many times. */
  rebuilt(times: number): void;
  roomFailed(): void;
  /** So many deleted rooms were removed for good. */
  purged(rooms: number): void;
  /** A client was let in: it has nothing yet, goes on from its version, or must take the graph anew. */
  joined(how: 'new' | 'continued' | 'resync'): void;
  joinRefused(why: JoinRefusal): void;
  /** Something was refused, or read later, because too much of it came. */
  rateLimited(what: 'patches' | 'bytes' | 'requests' | 'rooms' | 'connections'): void;
  /** A request was answered. `route` is the pattern, never the path. */
  requested(method: string, route: string, status: number, milliseconds: number): void;
}

/** What can be read at any moment, at next to no cost. */
export const WATCHED = {
  connections: 'Open WebSocket connections',
  rooms_loaded: 'Rooms in memory',
  rooms: 'Rooms stored, the deleted among them',
  database_bytes: 'Size of the database file',
  database_free_bytes: 'Part of the database file that is free for new data',
  wal_bytes: 'Size of the write-ahead log beside it',
  log_patches: 'Patches in all rooms’ logs, when they were last counted',
  log_bytes: 'Bytes of the ops in all rooms’ logs, when they were last counted',
  snapshots_kept: 'Snapshots of all rooms, when they were last counted',
  snapshot_bytes: 'Compressed bytes of all rooms’ snapshots, when they were last counted',
  sizes_counted_seconds: 'When the logs and snapshots were last counted, in seconds since 1970; 0 before that',
} as const;
export type WatchedName = keyof typeof WATCHED;

/** The metrics of one server, and their text. */
export interface ReadableMetrics extends Metrics {
  /** Has a number read whenever the metrics are. */
  watch(name: WatchedName, read: () => number): void;
  readonly contentType: string;
  text(): Promise<string>;
}
