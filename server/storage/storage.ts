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
import type { Role } from '../../src/shared/access';
import type { SkippedOp } from '../../src/shared/graph/apply-patch';
import type { NackCode } from '../../src/shared/protocol/server-messages';

export interface RoomRecord {
  /** 22 URL-safe characters. */
  readonly id: string;
  /** Minted with the room; another epoch under one id is another history. */
  readonly epoch: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** When an owner deleted it, in milliseconds since 1970. Until it is purged, it can be brought back. */
  readonly deletedAt?: number | undefined;
}

/** A link that opens a room. Its key is not stored: it is made from the id and the server's secret. */
export interface LinkRecord {
  readonly room: string;
  /** 16 URL-safe characters; no other link of any room has it. */
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** Milliseconds since 1970, like the others. */
  readonly createdAt: number;
  readonly lastUsedAt?: number | undefined;
  readonly revokedAt?: number | undefined;
}

/** Who did what to a room's access. */
export interface AuditEntry {
  readonly room: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `link:<id>`, `user:<id>`, `hook` (as in `Access`), `admin`, `server`, or `new` for who made the room. */
  readonly by: string;
  readonly action: AuditAction;
  /** What it was about, for people; no key and nothing of the graph's content. */
  readonly detail: string;
}

export const AUDIT_ACTIONS = [
  'room_created',
  'link_created',
  'link_changed',
  'link_revoked',
  'room_deleted',
  'room_restored',
  'room_purged',
  'room_imported',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

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
  /** A deleted one, too, until it is purged. */
  room(id: string): RoomRecord | undefined;
  /** All rooms, the deleted among them, oldest first. */
  rooms(): RoomRecord[];
  /** How many rooms there are, the deleted among them. */
  roomCount(): number;
  /**
   * Marks a room as deleted, or (`undefined`) as not. Throws when there is no such room.
   * @param audit an entry that says so, here and below: written together with the change, or both not at all
   */
  setDeleted(id: string, deletedAt: number | undefined, audit?: AuditEntry): void;
  /** Removes all there is of a room for good, but for its audit entries. */
  purgeRoom(id: string, audit?: AuditEntry): void;

  /** Adds a link to a room there is, or replaces the one of its id. Throws when another room has a link of this id. */
  putLink(link: LinkRecord, audit?: AuditEntry): void;
  /** Forgets a link, as if it had never been. */
  removeLink(room: string, id: string): void;
  link(room: string, id: string): LinkRecord | undefined;
  /** The links of a room, revoked ones among them, oldest first. */
  links(room: string): LinkRecord[];

  /** Adds an entry, also about a room that is gone. Entries stay. */
  addAudit(entry: AuditEntry): void;
  /** The latest entries, newest first: of one room, or of all. */
  audit(room: string | undefined, limit: number): AuditEntry[];

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
