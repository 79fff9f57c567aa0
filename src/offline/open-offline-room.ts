/**
 * Opens the copy of a room that this browser keeps, so that the room can be shown and edited without the server, and
 * that what is made meanwhile outlives the tab.
 */
import { adopt, queuesToSend } from './adopt';
import { type DatabasePorts, openDatabase, storageProblem } from './database';
import { HeldQueues } from './held-queues';
import type { Locks } from './locks';
import { MOST_ROOMS } from './old-rooms';
import { type FoundRoom, readRoom } from './read-room';
import type { KeptRoom, PatchQueue, RoomCopy } from './room-copy';
import { type KeeperPorts, notKept, RoomKeeper } from './room-keeper';
import { TAIL_LIMITS, type TailLimits, TailSize } from './tail-size';

export interface OfflinePorts extends DatabasePorts, KeeperPorts {
  /** Missing where the browser has none; nothing is kept then, as two tabs could send the same queue. */
  readonly locks: Locks | undefined;
  readonly tailLimits?: TailLimits;
  readonly mostRooms?: number;
}

export interface OfflineRoom {
  readonly kept: KeptRoom;
  readonly copy: RoomCopy;
}

/**
 * Never rejects: what cannot be kept, or read, is said through `onTrouble` and `onKeeping`, and the room goes on without.
 * `confirmed`, `waiting` and `onOrphan` are not called before it has resolved.
 */
export async function openOfflineRoom(room: string, ports: OfflinePorts): Promise<OfflineRoom> {
  const { locks } = ports;
  if (locks === undefined)
    return notKeeping(ports, 'it has no locks for pages, which need a secure connection (https)');
  let keeper: RoomKeeper | undefined;
  const open = () => openDatabase(ports, (reason) => keeper?.lose(reason));
  const opened = await open();
  if (!opened.ok) return notKeeping(ports, opened.reason);
  const { database } = opened;
  const held = new HeldQueues(locks, room);
  try {
    const found = await adopt({ database, room, held, onTrouble: ports.onTrouble }, (clientIds) =>
      readRoom(database, room, clientIds),
    );
    const tailSize = new TailSize(ports.tailLimits ?? TAIL_LIMITS);
    tailSize.tookBase(found.baseUnits);
    for (const { units } of found.tail) tailSize.tookPatch(units);
    const mostRooms = ports.mostRooms ?? MOST_ROOMS;
    keeper = new RoomKeeper({ room, database, reopen: open, held, tailSize, mostRooms }, ports);
    return { kept: settleByTail(found, keeper), copy: keeper };
  } catch (error) {
    held.letGo(held.clientIds);
    database.close();
    return notKeeping(ports, storageProblem(error));
  }
}

/**
 * A patch that is in the tail waits no more, though the tab that made it was closed before it heard so: another tab of
 * the room has written it there.
 */
function settleByTail({ base, tail, queues }: FoundRoom, copy: RoomCopy): KeptRoom {
  const patches = tail.map(({ patch }) => patch);
  const nameOf = (clientId: string, seq: number) => `${clientId} ${seq}`;
  const decided = new Set(patches.map(({ clientId, seq }) => nameOf(clientId, seq)));
  const isDecided = (clientId: string, seq: number) => decided.has(nameOf(clientId, seq));
  const settled = queues.flatMap(({ clientId, patches: queue }) =>
    queue.filter(({ seq }) => isDecided(clientId, seq)).map(({ seq }) => ({ clientId, seq })),
  );
  if (base !== undefined && settled.length > 0) copy.confirmed(base.roomEpoch, [], settled);
  const waiting: PatchQueue[] = queuesToSend(
    queues.map((queue) => ({ ...queue, patches: queue.patches.filter(({ seq }) => !isDecided(queue.clientId, seq)) })),
  );
  return { ...(base !== undefined && { base }), tail: patches, queues: waiting };
}

/** The room in memory only. */
function notKeeping({ onTrouble, onKeeping }: OfflinePorts, reason: string): OfflineRoom {
  onKeeping(false);
  onTrouble(notKept(reason));
  return { kept: { tail: [], queues: [] }, copy: FORGETFUL };
}

const FORGETFUL: RoomCopy = {
  queued: () => {},
  requeued: () => {},
  confirmed: () => {},
  replaced: () => {},
  look: () => {},
  idle: () => Promise.resolve(),
  close: () => {},
};
