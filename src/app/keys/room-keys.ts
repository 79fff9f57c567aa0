/** The keys that may open one graph in this tab, tried one after the other, and what is remembered of them. */
import { includesRole, type Role } from '../../shared/access';
import { keyInAddress, keyInHistory, takeKeyOutOfAddress } from './address-key';
import { putRingEntry, type RingStorage, ringEntry } from './key-ring';

export interface RoomKeysPorts {
  readonly place: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'state' | 'replaceState'>;
  readonly storage: RingStorage;
  /** What a key lets one do; undefined when it opens nothing any more. Rejects when that cannot be found out. */
  readonly roleOf: (key: string) => Promise<Role | undefined>;
}

export class RoomKeys {
  readonly #room: string;
  readonly #ports: RoomKeysPorts;
  /** Those to try: of the address, of the history's entry, and of the ring. The first is in use. */
  #candidates: readonly string[];
  /** Whether the ring's key is known to let them do more than the one in use. */
  #ringIsStronger = false;

  constructor(room: string, ports: RoomKeysPorts) {
    this.#room = room;
    this.#ports = ports;
    const { place, history, storage } = ports;
    const before = ringEntry(storage, room);
    const came = keyInAddress(place);
    // The way to a sign-in page and back makes a new entry in the history, which has no key.
    const offered = came === before.key ? before.offered : (came ?? before.offered);
    if (offered !== before.offered) putRingEntry(storage, room, { ...before, offered });
    this.#candidates = [...new Set([came, keyInHistory(history), offered, before.key])].filter(
      (key) => key !== undefined,
    );
    takeKeyOutOfAddress(place, history);
  }

  /** The key in use; undefined when there is none. */
  get current(): string | undefined {
    return this.#candidates[0];
  }

  /** What the person might do when they were last here by the key in use; undefined when that is not known. */
  get rememberedRole(): Role | undefined {
    const { key, role } = ringEntry(this.#ports.storage, this.#room);
    return key === this.current ? role : undefined;
  }

  /** The key in use opened nothing. @returns whether there is another, which is in use from now on */
  tryAnother(): boolean {
    const { offered, ...entry } = ringEntry(this.#ports.storage, this.#room);
    if (offered === this.current && offered !== undefined) putRingEntry(this.#ports.storage, this.#room, entry);
    if (this.#candidates.length < 2) return false;
    this.#candidates = this.#candidates.slice(1);
    return true;
  }

  /** The server let the person in by the key in use. It is remembered, unless the ring has one that lets them do more. */
  async letIn(role: Role): Promise<void> {
    const key = this.current;
    const before = ringEntry(this.#ports.storage, this.#room);
    const isWeaker = before.role !== undefined && !includesRole(role, before.role);
    if (before.key === undefined || before.key === key || !isWeaker) {
      this.#remember(key, role);
      return;
    }
    if (this.#ringIsStronger) return;
    const stillGives = await this.#ports.roleOf(before.key);
    this.#ringIsStronger = stillGives !== undefined && !includesRole(role, stillGives);
    if (stillGives !== undefined && this.#ringIsStronger) this.#remember(before.key, stillGives);
    else this.#remember(key, role);
  }

  #remember(key: string | undefined, role: Role): void {
    putRingEntry(this.#ports.storage, this.#room, { ...(key !== undefined && { key }), role });
  }
}
