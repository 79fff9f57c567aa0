/**
 * The queues of a room that this tab answers for: its own, and those it adopted. Nobody else reads or writes the
 * patches of a client while its name is held, so what is in its queue is known here.
 * A queue that is empty is let go, but for the tab's own.
 */
import { LIMITS } from '../shared/limits';
import type { Locks } from './locks';
import type { Change } from './writes';

interface Held {
  readonly letGo: () => void;
  seqs: Set<number>;
}

export class HeldQueues {
  readonly #locks: Locks;
  readonly #room: string;
  readonly #held = new Map<string, Held>();
  #own: string | undefined;

  constructor(locks: Locks, room: string) {
    this.#locks = locks;
    this.#room = room;
  }

  has(clientId: string): boolean {
    return this.#held.has(clientId);
  }

  get clientIds(): readonly string[] {
    return [...this.#held.keys()];
  }

  /** Holds the name that the tab makes patches under from now on. @returns false when another tab has it */
  async holdOwn(clientId: string): Promise<boolean> {
    if (!(await this.#hold(clientId))) return false;
    this.#own = clientId;
    return true;
  }

  /** Holds those that no tab holds, as many as one connection may speak for. @returns which */
  async holdLeft(clientIds: readonly string[]): Promise<string[]> {
    const left: string[] = [];
    for (const clientId of clientIds) {
      if (this.#held.size >= LIMITS.adoptedClients) break;
      if (!this.has(clientId) && (await this.#hold(clientId))) left.push(clientId);
    }
    return left;
  }

  /** Notes what was found in a queue. */
  found(clientId: string, seqs: readonly number[]): void {
    const held = this.#held.get(clientId);
    if (held !== undefined) held.seqs = new Set(seqs);
  }

  /** Notes what was written. */
  take(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.type === 'queue') this.#held.get(change.clientId)?.seqs.add(change.patch.seq);
      if (change.type === 'settle')
        for (const name of change.names) this.#held.get(name.clientId)?.seqs.delete(name.seq);
      if (change.type === 'requeue') {
        const { clientId, patches } = change.queue;
        this.found(
          clientId,
          patches.map(({ seq }) => seq),
        );
      }
    }
  }

  letGoOfEmpty(): void {
    this.letGo(this.clientIds.filter((id) => id !== this.#own && this.#held.get(id)?.seqs.size === 0));
  }

  letGo(clientIds: readonly string[]): void {
    for (const clientId of clientIds) {
      this.#held.get(clientId)?.letGo();
      this.#held.delete(clientId);
    }
  }

  async #hold(clientId: string): Promise<boolean> {
    const letGo = await this.#locks.tryHold(`kumiko/${this.#room}/${clientId}`);
    if (letGo === undefined) return false;
    this.#held.set(clientId, { letGo, seqs: new Set() });
    return true;
  }
}
