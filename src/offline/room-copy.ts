/** What is kept of a room in the browser, and what must be told so that it stays true. */
import type { GraphSnapshot } from '../shared/graph/snapshot';
import type { ClientPatch } from '../shared/protocol/client-messages';
import type { AcceptedPatch } from '../shared/protocol/server-messages';

/** The patches of a client that the server has not decided, in order of `seq`. */
export interface PatchQueue {
  readonly clientId: string;
  readonly patches: readonly ClientPatch[];
}

/** The graph of the log's first `version` patches. */
export interface ConfirmedGraph {
  readonly roomEpoch: string;
  readonly version: number;
  readonly graph: GraphSnapshot;
}

/** One patch of one client, by name. */
export interface PatchName {
  readonly clientId: string;
  readonly seq: number;
}

/** What was read back when the room was opened. */
export interface KeptRoom {
  /** Missing when nothing of the log is kept. A log kept from its beginning has the empty graph, at version 0. */
  readonly base?: ConfirmedGraph;
  /** The log after `base.version`, without a gap; empty without a base. */
  readonly tail: readonly AcceptedPatch[];
  /** What closed tabs left to be sent; this tab has it now. None is empty, and no patch is in the tail as well. */
  readonly queues: readonly PatchQueue[];
}

/**
 * The copy of a room that is kept up to date. Calls return at once and never throw; they take effect in the order they
 * are made, those of one turn together or not at all.
 */
export interface RoomCopy {
  /** A patch was made, and waits for the server. */
  queued(clientId: string, patch: ClientPatch): void;
  /** What waits of this client is now just this. */
  requeued(queue: PatchQueue): void;
  /** The log went on by these patches; and these of ours wait no more, whatever became of them. */
  confirmed(roomEpoch: string, patches: readonly AcceptedPatch[], settled: readonly PatchName[]): void;
  /** The server's graph was taken anew: it replaces all that was kept of the log. What waits stays. */
  replaced(confirmed: ConfirmedGraph): void;
  /** Looks now, and not only every few seconds, for queues whose tabs were closed: for when the tab comes to the front. */
  look(): void;
  /** Resolves when all that was told so far is written, or was given up. */
  idle(): Promise<void>;
  /** Writes what it was told, then leaves the queues to other tabs. What is told afterwards is not kept. */
  close(): void;
}
