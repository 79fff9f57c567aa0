/**
 * The port to what must survive the process: rooms, the log of accepted patches, the outcome of every patch, snapshots,
 * and the names of authors.
 * Calls are synchronous: when `commit` returns, what it was given is durable. Any call may throw when the disk fails.
 *
 * Invariants every storage keeps (SPEC.md, L1–L4):
 *  - a version of a room, and an outcome of a client's seq, is written once (the rooms see to it that none is left out);
 *  - a patch and its outcome are written together or not at all, and an outcome never changes or goes;
 *  - the log loses patches only at its beginning, and only those that the latest snapshot has in it.
 */
import type { SkippedOp } from '../../src/shared/graph/apply-patch';
import type { NackCode } from '../../src/shared/protocol/server-messages';

export interface RoomRecord {
  /** 22 URL-safe characters. */
  readonly id: string;
  /** Minted with the room; another epoch under one id is another history. */
  readonly epoch: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What became of a patch, for good. */
export type Outcome =
  | { readonly status: 'accepted'; readonly version: number; readonly skipped: readonly SkippedOp[] }
  | { readonly status: 'refused'; readonly code: NackCode; readonly reason: string };

/** One patch with its outcome, as it is written. */
export interface Entry {
  readonly room: string;
  readonly clientId: string;
  readonly seq: number;
  readonly outcome: Outcome;
  /** The ops as JSON; of a refused patch nothing is kept. */
  readonly ops: string;
}

/** An accepted patch, as it is read back. `ops` is JSON. */
export interface LoggedPatch {
  readonly version: number;
  readonly clientId: string;
  readonly seq: number;
  readonly ops: string;
}

export interface StoredSnapshot {
  /** The graph is at this version. */
  readonly version: number;
  /** A packed snapshot (`packed-snapshot.ts`). */
  readonly gzip: Uint8Array;
}

export interface Storage {
  /** Throws when there is a room of this id. */
  createRoom(room: RoomRecord): void;
  room(id: string): RoomRecord | undefined;

  /**
   * Writes all entries in one transaction, or, when it throws, none of them.
   * @param at the time of the commit, in milliseconds since 1970
   */
  commit(entries: readonly Entry[], at: number): void;
  /** The outcome of a client's patch, if the patch was ever ordered. */
  outcome(room: string, clientId: string, seq: number): Outcome | undefined;
  /** The highest seq of a client that has an outcome; 0 when there is none. */
  lastSeq(room: string, clientId: string): number;
  /** Whether any patch of a room was ever accepted. */
  hasAccepted(room: string): boolean;

  /** The version of the log's first patch, kept or yet to come. Who is at the version before it, or later, can go on. */
  firstVersion(room: string): number;
  /** What the log has after a version, in order: all of it when that is `firstVersion` − 1 or later. */
  patchesAfter(room: string, version: number): LoggedPatch[];
  /** The bytes of all ops the log has after a version. */
  opBytesAfter(room: string, version: number): number;
  /**
   * Removes patches from the log's beginning that were committed at or before `before` (milliseconds since 1970) and
   * that the latest snapshot has in it, `limit` of them at most. Returns how many.
   */
  compactLog(room: string, before: number, limit: number): number;

  /**
   * Adds a snapshot, and removes those that were followed by a newer one at or before `retireBefore`.
   * @param createdAt milliseconds since 1970
   */
  putSnapshot(room: string, snapshot: StoredSnapshot, createdAt: number, retireBefore: number): void;
  latestSnapshot(room: string): StoredSnapshot | undefined;
  snapshot(room: string, version: number): StoredSnapshot | undefined;
  /** The ids of all rooms that have a snapshot. */
  roomsWithSnapshots(): string[];

  /** Notes by client id how people call themselves; a later name takes the place of an earlier one. */
  putAuthors(room: string, names: ReadonlyMap<string, string>): void;
  /** The names of those of these clients that gave one, by client id. */
  authors(room: string, clientIds: readonly string[]): ReadonlyMap<string, string>;

  /** Ends the storage: calls after this throw, but for another `close`, which does nothing. */
  close(): void;
}
