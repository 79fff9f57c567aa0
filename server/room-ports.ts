/** What a room has to do with the world: its clients' connections, its storage, and who commits for it. */

import type { Clock } from '../src/shared/clock';
import type { GraphLimits } from '../src/shared/graph/graph-limits';
import type { ErrorCode } from '../src/shared/protocol/server-messages';
import type { SnapshotPorts } from './snapshot-keeper';

/** One connection to a room. */
export interface Member {
  /** Bytes that wait to be sent to it. */
  readonly backlog: number;
  /** To be asked while there is a backlog: calls back once, when next to nothing of it is left. Not when it ends first. */
  whenDrained(callback: () => void): void;
  /** Sends one frame; does nothing once the connection is closing. */
  send(frame: string): void;
  /** Tells the client what is wrong with what it sent, unless it was told such things too often of late. */
  complain(code: ErrorCode, reason: string): void;
  /** Counts a patch; `false` when the client has sent too many of late. */
  mayOrder(): boolean;
  /** The server has worked so many milliseconds to store and pass on what the client did. */
  worked(milliseconds: number): void;
  close(code: number, reason: string): void;
}

/** Times are in milliseconds. */
export interface RoomLimits {
  /** What may wait to be stored. What comes on top is answered `OVERLOADED`. */
  readonly waitingPatches: number;
  /** The same in bytes of ops. */
  readonly waitingBytes: number;
  /** Bytes waiting to be sent to a member; with more, it is sent no presence. */
  readonly presenceBacklog: number;
  /** With more than this, it is sent nothing at all until next to nothing is left of them. */
  readonly patchBacklog: number;
  /** How long a member may take for that before it is cut off. */
  readonly patience: number;
  /** Time from one presence frame to the next. */
  readonly presenceInterval: number;
}

export const ROOM_LIMITS: RoomLimits = {
  waitingPatches: 20_000,
  waitingBytes: 16 * 1024 * 1024,
  presenceBacklog: 256 * 1024,
  patchBacklog: 1024 * 1024,
  patience: 30_000,
  presenceInterval: 33,
};

export interface RoomPorts extends SnapshotPorts {
  readonly clock: Clock;
  readonly limits: RoomLimits;
  /** What new patches are held to. */
  readonly graphLimits: GraphLimits;
  /** Whether the server is stopping: then no new patches are ordered. */
  readonly isStopping: () => boolean;
  /** Calls back in the next turn of the event loop. */
  readonly schedule: (callback: () => void) => void;
  /** Asks that the room's `entries` be stored soon, and `publish` called then. May be asked again before that. */
  readonly requestCommit: () => void;
  /** Stores at once whatever waits to be stored, and publishes it. */
  readonly flush: () => void;
  /** Takes a failure outside of any call: the room must be thrown away. */
  readonly onFailure: (error: unknown) => void;
}
