/** What a session needs of the world around it, and what it tells. */
import type { RoomCopy } from '../offline/room-copy';
import type { Replica, SettledPatch } from '../replica/replica';
import type { Role } from '../shared/access';
import type { Clock } from '../shared/clock';
import type { NetChanges } from '../shared/graph/changes';
import type { Graph } from '../shared/graph/graph';
import type { Person } from '../shared/protocol/person';
import type { AcceptedPatch, Peers } from '../shared/protocol/server-messages';
import type { Credentials } from './credentials';
import type { RoomSocket, SocketEvents } from './room-socket';

/** Takes what the others do; `joined` and `lost` frame the time in which something can be heard. */
export interface PresenceListener {
  joined(): void;
  lost(): void;
  hear(message: Peers): void;
}

export interface SessionPorts {
  readonly replica: Replica;
  /** The epoch of the room that the replica was restored from; left out when it holds nothing. */
  readonly roomEpoch?: string | undefined;
  readonly clock: Clock;
  readonly connect: (events: SocketEvents) => RoomSocket;
  /** Fetches a snapshot by the URL the server named. Rejects when it cannot be had. */
  readonly fetchSnapshot: (url: string) => Promise<Graph>;
  readonly credentials: Credentials;
  /** The role that the person had when they were last here; left out when that is not known. */
  readonly rememberedRole?: Role | undefined;
  /** Mints a client id, with the credentials' secret. */
  readonly newClientId: () => string;
  /** Who this person is to the others. */
  readonly person: () => Person;
  readonly copy: Pick<RoomCopy, 'queued' | 'requeued' | 'confirmed' | 'replaced'>;
  readonly presence: PresenceListener;
  /** How often this tab's database was built anew since this was last called: the server counts it. */
  readonly takeRebuilds?: () => number;
  /**
   * The view changed. Called in the same turn as the change.
   * @param removedBy the clients whose patches removed nodes and edges, by element id
   */
  readonly onChanges: (changes: NetChanges, removedBy?: ReadonlyMap<string, string>) => void;
  /** Others' patches came in while one was there, and are in the view. */
  readonly onHeard?: (patches: readonly AcceptedPatch[]) => void;
  /** The server has decided these, or they were given up. */
  readonly onSettled: (settled: readonly SettledPatch[]) => void;
  /** The server said what the person may do. */
  readonly onAccess: (role: Role) => void;
  /** Phase, server version, pending patches or what the person may do may have changed. */
  readonly onProgress: () => void;
  /** Something went wrong that the person should read; the session goes on. */
  readonly onTrouble: (sentence: string) => void;
}
