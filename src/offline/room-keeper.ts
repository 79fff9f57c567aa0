/**
 * Keeps the copy of a room up to date while it is open in this tab.
 *
 * What happens in one turn of the event loop is written in one transaction; what happens while one is written waits for
 * the next, so that none overlap and what is kept is at every moment what was true at the end of some turn.
 * When the browser's storage fails, the room goes on without it. What happens from then on is not noted; after a while
 * everything there is by then is written anew.
 */
import type { Clock } from '../shared/clock';
import type { ClientPatch } from '../shared/protocol/client-messages';
import type { AcceptedPatch } from '../shared/protocol/server-messages';
import { adopt, queuesToSend } from './adopt';
import { type Database, type Opened, storageProblem } from './database';
import type { HeldQueues } from './held-queues';
import { JobLine } from './job-line';
import { noteOpened } from './old-rooms';
import { readQueues } from './read-room';
import type { ConfirmedGraph, PatchName, PatchQueue, RoomCopy } from './room-copy';
import type { TailSize } from './tail-size';
import { type Change, toCompaction, toWrites, writeRows } from './writes';

/** How often queues are looked for whose tabs were closed, in milliseconds. */
const LOOK_EVERY = 5_000;
/** How long after a failure storing is tried again, in milliseconds; doubles with each failure, up to the longest. */
const FIRST_RETRY = 5_000;
const LONGEST_RETRY = 300_000;

export interface KeeperPorts {
  readonly clock: Clock;
  /** The graph of the log as it is now; undefined when the server has not given one yet. */
  readonly confirmed: () => ConfirmedGraph | undefined;
  /** All that waits now: of this tab's clients, and of each queue that was handed to it. */
  readonly waiting: () => readonly PatchQueue[];
  /** A tab was closed and left this; this tab has it now. */
  readonly onOrphan: (queue: PatchQueue) => void;
  /** Something went wrong that the person should read; the room goes on. */
  readonly onTrouble: (sentence: string) => void;
  /** Whether what waits is kept. It is, until this says otherwise. */
  readonly onKeeping: (keeping: boolean) => void;
}

/** What was opened and read, and is used by this keeper alone from now on. */
export interface KeeperParts {
  readonly room: string;
  readonly database: Database;
  /** Opens the database again after a failure. */
  readonly reopen: () => Promise<Opened>;
  readonly held: HeldQueues;
  readonly tailSize: TailSize;
  readonly mostRooms: number;
}

type State =
  /** What happens is written. */
  | 'keeping'
  /** Nothing is noted until the time for another try has come. */
  | 'failed'
  /** The next transaction writes all there is. */
  | 'recovering';

export class RoomKeeper implements RoomCopy {
  readonly #parts: KeeperParts;
  readonly #ports: KeeperPorts;
  readonly #line = new JobLine();
  #database: Database | undefined;
  #state: State = 'keeping';
  /** What happened and is not written yet. */
  #changes: Change[] = [];
  #writeWaits = false;
  #lookWaits = false;
  #retryAt = 0;
  #retryAfter = FIRST_RETRY;
  #saidTrouble = false;
  #closed = false;
  #cancelTimer: () => void = () => {};

  constructor(parts: KeeperParts, ports: KeeperPorts) {
    this.#parts = parts;
    this.#ports = ports;
    this.#database = parts.database;
    this.#line.add(() => this.#guarded((database) => noteOpened(database, parts.room, parts.mostRooms)));
    this.#lookLater();
  }

  queued(clientId: string, patch: ClientPatch): void {
    this.#note({ type: 'queue', clientId, patch });
  }

  requeued(queue: PatchQueue): void {
    this.#note({ type: 'requeue', queue });
  }

  confirmed(roomEpoch: string, patches: readonly AcceptedPatch[], settled: readonly PatchName[]): void {
    this.#note({ type: 'tail', roomEpoch, patches }, { type: 'settle', names: settled });
  }

  replaced(confirmed: ConfirmedGraph): void {
    this.#note({ type: 'base', confirmed });
  }

  look(): void {
    if (this.#closed || this.#lookWaits) return;
    this.#lookWaits = true;
    this.#line.add(() => this.#look());
  }

  idle(): Promise<void> {
    return this.#line.idle();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelTimer();
    this.#line.add(async () => {
      this.#parts.held.letGo(this.#parts.held.clientIds);
      this.#database?.close();
    });
  }

  /** The connection to the database was closed from outside. */
  lose(reason: string): void {
    this.#fail(new Error(reason));
  }

  #note(...changes: Change[]): void {
    if (this.#closed) return;
    if (this.#state === 'failed') {
      if (this.#ports.clock.now() < this.#retryAt) return;
      this.#state = 'recovering';
    }
    this.#changes.push(...changes);
    if (this.#writeWaits) return;
    this.#writeWaits = true;
    this.#line.add(() => this.#write());
  }

  #write(): Promise<void> {
    return this.#guarded(async (database) => {
      await this.#holdOwn();
      // From here until the transaction is made nothing else runs: what is written is what is true just now.
      this.#writeWaits = false;
      const recovering = this.#state === 'recovering';
      const changes = recovering ? this.#everything() : this.#changes;
      this.#changes = [];
      const { room, held, tailSize } = this.#parts;
      const writes = changes.flatMap((change) => toWrites(room, change));
      tailSize.take(writes);
      const grew = changes.some((change) => change.type === 'tail' && change.patches.length > 0);
      const base = grew && tailSize.isDue ? this.#ports.confirmed() : undefined;
      const compaction = base && toCompaction(base);
      if (compaction !== undefined) tailSize.tookBase(compaction.text.length);
      await writeRows(database, room, writes, compaction);
      held.take(changes);
      held.letGoOfEmpty();
      if (recovering) this.#recovered();
    });
  }

  /** Makes sure that nobody adopts what is about to be written. */
  async #holdOwn(): Promise<void> {
    const { held } = this.#parts;
    for (;;) {
      const clientId = this.#writers().find((id) => !held.has(id));
      if (clientId === undefined) return;
      if (!(await held.holdOwn(clientId))) throw new Error('another tab makes changes under the same name');
    }
  }

  /** The clients whose patches the next transaction will write. */
  #writers(): string[] {
    if (this.#state === 'recovering') return this.#ports.waiting().map(({ clientId }) => clientId);
    return this.#changes.flatMap((change) => {
      if (change.type === 'queue') return [change.clientId];
      return change.type === 'requeue' && change.queue.patches.length > 0 ? [change.queue.clientId] : [];
    });
  }

  /** What must be written when it is not known any more what is kept. */
  #everything(): Change[] {
    const confirmed = this.#ports.confirmed();
    const waiting = this.#ports.waiting();
    const gone = this.#parts.held.clientIds.filter((id) => !waiting.some(({ clientId }) => clientId === id));
    const queues = [...gone.map((clientId) => ({ clientId, patches: [] })), ...waiting];
    return [
      ...(confirmed === undefined ? [] : [{ type: 'base', confirmed } as const]),
      ...queues.map((queue) => ({ type: 'requeue', queue }) as const),
    ];
  }

  async #look(): Promise<void> {
    this.#lookWaits = false;
    await this.#guarded(async (database) => {
      const { room, held } = this.#parts;
      const { onTrouble, onOrphan } = this.#ports;
      const { queues } = await adopt({ database, room, held, onTrouble }, async (clientIds) => ({
        queues: await readQueues(database, room, clientIds),
      }));
      for (const queue of queuesToSend(queues)) onOrphan(queue);
    });
    this.#lookLater();
  }

  #lookLater(): void {
    this.#cancelTimer();
    if (!this.#closed) this.#cancelTimer = this.#ports.clock.after(LOOK_EVERY, () => this.look());
  }

  /** Does something with the database, if there is one to be used now. Never rejects. */
  async #guarded(work: (database: Database) => Promise<void>): Promise<void> {
    if (this.#state === 'failed') return;
    try {
      this.#database ??= await this.#reopen();
      await work(this.#database);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #reopen(): Promise<Database> {
    const opened = await this.#parts.reopen();
    if (!opened.ok) throw new Error(opened.reason);
    return opened.database;
  }

  #fail(error: unknown): void {
    const wasKeeping = this.#state === 'keeping';
    this.#state = 'failed';
    this.#changes = [];
    this.#writeWaits = false;
    // It may be the connection that is broken.
    this.#database?.close();
    this.#database = undefined;
    this.#retryAt = this.#ports.clock.now() + this.#retryAfter;
    this.#retryAfter = Math.min(this.#retryAfter * 2, LONGEST_RETRY);
    if (wasKeeping) this.#ports.onKeeping(false);
    if (this.#saidTrouble) return;
    this.#saidTrouble = true;
    this.#ports.onTrouble(notKept(storageProblem(error)));
  }

  #recovered(): void {
    this.#state = 'keeping';
    this.#retryAfter = FIRST_RETRY;
    this.#ports.onKeeping(true);
  }
}

/** @param reason what this browser does */
export function notKept(reason: string): string {
  return `This browser does not let the page keep changes (${reason}). Editing goes on, but what has not been saved to the server is lost when this tab is closed.`;
}
