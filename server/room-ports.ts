/** What a room has to do with the world: its clients' connections, its storage, and who commits for it. */
import type { SnapshotPorts } from './snapshot-keeper';

/** One connection of a client to a room. */
export interface Member {
  readonly clientId: string;
  /** Sends one frame; does nothing once the connection is closing. */
  send(frame: string): void;
  close(code: number, reason: string): void;
}

export interface RoomPorts extends SnapshotPorts {
  /** Asks that the room's `entries` be stored soon, and `publish` called then. May be asked again before that. */
  readonly requestCommit: () => void;
  /** Stores at once whatever waits to be stored, and publishes it. */
  readonly flush: () => void;
  /** Takes a failure outside of any call: the room must be thrown away. */
  readonly onFailure: (error: unknown) => void;
}
