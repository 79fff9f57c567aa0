/**
 * What a session tells of its room, so that it outlives the tab. Calls return at once and never throw; they take effect
 * in the order they are made, those of one turn together or not at all.
 */
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

export interface OfflineCopy {
  /** A patch was made, and waits for the server. */
  queued(clientId: string, patch: ClientPatch): void;
  /** What waits of this client is now just this. */
  requeued(queue: PatchQueue): void;
  /** The log went on by these patches; and these of ours wait no more, whatever became of them. */
  confirmed(roomEpoch: string, patches: readonly AcceptedPatch[], settled: readonly PatchName[]): void;
  /** The server's graph was taken anew: it replaces all that was kept of the log. What waits stays. */
  replaced(confirmed: ConfirmedGraph): void;
}

/** For where nothing can be kept. */
export const NO_OFFLINE_COPY: OfflineCopy = {
  queued: () => {},
  requeued: () => {},
  confirmed: () => {},
  replaced: () => {},
};
