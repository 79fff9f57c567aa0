/**
 * What the admin command can do with what a server stores: read it page by page, and change what is not the content of
 * graphs. The same whether a server runs, which then does it (`control/`), or not (`stopped-server.ts`).
 * The heavy work (replaying logs, comparing, copying) is done on this side of the port, away from the server.
 *
 * Calls reject with an `AdminError` when something cannot be done, for a reason in words for the operator.
 */
import type { Role } from '../../src/shared/access';
import type { Changed, Issued, Revoked } from '../access/room-access';
import type { AuditEntry, LinkRecord, LoggedPatch, RoomRecord } from '../storage/storage';

/** What is known of a room without reading its graph. */
export interface RoomFacts extends RoomRecord {
  /** The version of the last patch; 0 when there is none. */
  readonly version: number;
  /** The version of the log's first patch, kept or yet to come. */
  readonly firstVersion: number;
  /** Oldest first. `bytes` are compressed. */
  readonly snapshots: readonly { readonly version: number; readonly createdAt: number; readonly bytes: number }[];
  /** Open WebSocket connections. */
  readonly connections: number;
}

/** A patch of a client that has an outcome: the version it got, or none when it was refused for good. */
export interface StoredOutcome {
  readonly clientId: string;
  readonly seq: number;
  readonly version: number | null;
  /** JSON: what was skipped, or why it was refused. */
  readonly detail: string;
}

/** A patch of a new room: its version and its seq are its place in the list of all, from 1. `ops` is JSON. */
export interface ImportedPatch {
  readonly ops: string;
}

export interface AdminPort {
  /** Where the running server is; `undefined` when none runs. */
  readonly serverUrl: string | undefined;

  rooms(): Promise<RoomFacts[]>;
  room(id: string): Promise<RoomFacts | undefined>;
  snapshot(room: string, version: number): Promise<Uint8Array | undefined>;
  /** A page of the log after a version; empty at its end. */
  patches(room: string, after: number): Promise<LoggedPatch[]>;
  /** A page of all outcomes, by client id and seq; empty at the end. */
  outcomes(room: string, after: Pick<StoredOutcome, 'clientId' | 'seq'>): Promise<StoredOutcome[]>;
  audit(room: string | undefined, limit: number): Promise<AuditEntry[]>;

  links(room: string): Promise<LinkRecord[]>;
  issueLink(room: string, role: Role, name: string): Promise<Issued>;
  changeLink(room: string, linkId: string, role: Role): Promise<Changed>;
  revokeLink(room: string, linkId: string): Promise<Revoked>;

  deleteRoom(room: string): Promise<void>;
  restoreRoom(room: string): Promise<void>;
  purgeRoom(room: string): Promise<void>;
  /**
   * Removes patches from the log that the latest snapshot has in it and that were committed at or before `before`
   * (milliseconds since 1970). Returns how many.
   */
  compact(room: string, before: number): Promise<number>;

  /** Makes a room that nobody can open yet. It goes again when this side ends before `finishImport`. */
  beginImport(): Promise<string>;
  /** Adds patches to the end of its log, all of which have been found to be accepted with nothing skipped. */
  addPatches(room: string, clientId: string, patches: readonly ImportedPatch[]): Promise<void>;
  /** Opens it by a link for its owner; returns the link's key. */
  finishImport(room: string, detail: string): Promise<string>;

  /**
   * Writes a copy of the database, as it is at one moment, into an existing directory.
   * @returns the path of the copy, which is on the disk
   */
  copyDatabase(toDir: string): Promise<string>;

  close(): Promise<void>;
}

/** Something cannot be done; the message says why in words for the operator, without anything of the graphs' content. */
export class AdminError extends Error {
  override readonly name = 'AdminError';
}
