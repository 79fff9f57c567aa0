/** The rooms in memory: loads one when it is asked for, forgets it when nobody needs it, throws it away when it fails. */
import { CLOSE_CODES } from '../src/shared/protocol/version';
import { CommitGroup } from './commit-group';
import { loadRoom } from './load-room';
import { Room } from './room';
import type { Member, RoomPorts } from './room-ports';
import type { Greeting } from './seats';

/** What the rooms do for each room themselves. */
type Provided = 'isStopping' | 'requestCommit' | 'flush' | 'onFailure';

export interface RoomsPorts extends Omit<RoomPorts, Provided> {
  /** 128 random bits as 22 URL-safe characters. */
  readonly randomId: () => string;
  /** How long a room stays in memory with nobody in it, in milliseconds. */
  readonly idleTime: number;
}

/** What people are told when a room had to be thrown away. */
const UNAVAILABLE = {
  code: 'UNAVAILABLE',
  reason: 'The server could not save the last changes. They are kept here and sent again as soon as it can.',
} as const;

const DELETED = { code: 'GRAPH_DELETED', reason: 'This graph was deleted by an owner.' } as const;

export class Rooms {
  readonly #ports: RoomsPorts;
  readonly #commits: CommitGroup;
  readonly #loaded = new Map<string, { readonly room: Room; lastUsed: number }>();
  #isStopping = false;

  constructor(ports: RoomsPorts) {
    this.#ports = ports;
    this.#commits = new CommitGroup(ports, (rooms, error) => {
      for (const room of rooms) this.fail(room, error);
    });
  }

  /** Makes an empty room and returns its id. */
  create(): string {
    const { storage, randomId, now } = this.#ports;
    const id = randomId();
    storage.createRoom({ id, epoch: randomId(), createdAt: now() });
    return id;
  }

  /**
   * The room of an id, or `undefined` when there is none, or it is deleted.
   * @throws DamagedRoomError when it cannot be loaded
   */
  get(id: string): Room | undefined {
    const found = this.#loaded.get(id);
    if (found !== undefined) {
      found.lastUsed = this.#ports.now();
      return found.room;
    }
    const record = this.#ports.storage.room(id);
    if (record === undefined || record.deletedAt !== undefined) return undefined;
    const room: Room = new Room(loadRoom(this.#ports.storage, record), {
      ...this.#ports,
      isStopping: () => this.#isStopping,
      requestCommit: () => this.#commits.add(room),
      flush: () => this.#commits.flush(),
      onFailure: (error) => this.fail(room, error),
    });
    this.#loaded.set(id, { room, lastUsed: this.#ports.now() });
    return room;
  }

  /** Lets a client into a room (`Room.join`), once all that waits is stored. Returns `undefined` when there is none. */
  join(id: string, member: Member, greeting: Greeting): Room | undefined {
    this.flush();
    const room = this.get(id);
    try {
      room?.join(member, greeting);
    } catch (error) {
      room?.leave(member);
      throw error;
    }
    return room;
  }

  /** Stores and publishes at once what waits. */
  flush(): void {
    this.#commits.flush();
  }

  /** Throws a room away whose memory cannot be trusted any more. Its clients connect again, and it is loaded anew. */
  fail(room: Room, error: unknown): void {
    this.#ports.log.error(`Room ${room.id} failed; it will be loaded anew from its storage.`, error);
    this.#ports.metrics.roomFailed();
    this.#commits.drop(room);
    if (this.#loaded.get(room.id)?.room === room) this.#loaded.delete(room.id);
    room.shutDown(CLOSE_CODES.tryAgainLater, UNAVAILABLE);
  }

  /** Ends a room that was deleted: everyone in it is told so. */
  end(id: string): void {
    this.flush();
    const room = this.#loaded.get(id)?.room;
    if (room === undefined) return;
    this.#commits.drop(room);
    this.#loaded.delete(id);
    room.shutDown(CLOSE_CODES.deleted, DELETED);
  }

  /** Forgets the rooms that have been idle for long. To be called now and then. */
  evictIdle(): void {
    const now = this.#ports.now();
    for (const [id, entry] of this.#loaded) {
      if (!entry.room.isIdle) entry.lastUsed = now;
      else if (now - entry.lastUsed >= this.#ports.idleTime) this.#loaded.delete(id);
    }
  }

  /** How many rooms are in memory. */
  get size(): number {
    return this.#loaded.size;
  }

  /** Takes no new patches from now on; what was taken is stored and told as ever. */
  stopTaking(): void {
    this.#isStopping = true;
  }

  /** Stores what waits, and waits for snapshots under way. Nobody may be in any room any more; the storage stays open. */
  async close(): Promise<void> {
    this.flush();
    await Promise.all(Array.from(this.#loaded.values(), ({ room }) => room.snapshotting));
    this.#loaded.clear();
  }
}
