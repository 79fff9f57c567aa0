/** Who else is here, as the server tells it. */
import type { Clock } from '../shared/clock';
import { NO_PRESENCE, type Peer, type PresenceChange, type PresenceState } from '../shared/protocol/presence';
import type { PeerChange, Peers } from '../shared/protocol/server-messages';

/** Milliseconds that those are shown after the connection was lost who are not named again by the next one. */
const GONE_AFTER = 3_000;

export class PeerList {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #peers = new Map<string, Peer>();
  /** Those who were here when the connection was lost, and were not named since. */
  readonly #doubtful = new Set<string>();
  #cancel: (() => void) | undefined;

  /** @param onChange someone came, did something or left */
  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get all(): ReadonlyMap<string, Peer> {
    return new Map(this.#peers);
  }

  hear({ peers, left = [] }: Peers): void {
    for (const change of peers) this.#take(change);
    for (const clientId of left) this.#remove(clientId);
    this.#onChange();
  }

  /** From now on what is known of the others is old. */
  doubt(): void {
    for (const clientId of this.#peers.keys()) this.#doubtful.add(clientId);
    this.#waitForNames();
  }

  /** A new connection is there: gives the server time to name those who are still here. */
  resume(): void {
    this.stop();
    this.#waitForNames();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #waitForNames(): void {
    if (this.#doubtful.size === 0) return;
    // Further connections that fail give nobody more time.
    this.#cancel ??= this.#clock.after(GONE_AFTER, () => {
      this.#cancel = undefined;
      for (const clientId of [...this.#doubtful]) this.#remove(clientId);
      this.#onChange();
    });
  }

  #take({ clientId, person: named, role: granted, ...change }: PeerChange): void {
    // What a new connection says of someone, it says from the beginning.
    const before = this.#doubtful.has(clientId) && named !== undefined ? undefined : this.#peers.get(clientId);
    const person = named ?? before?.person;
    const role = granted ?? before?.role;
    if (person === undefined || role === undefined) return;
    this.#doubtful.delete(clientId);
    this.#peers.set(clientId, { clientId, person, role, state: changed(before?.state ?? NO_PRESENCE, change) });
  }

  #remove(clientId: string): void {
    this.#peers.delete(clientId);
    this.#doubtful.delete(clientId);
  }
}

/** The state after a change; fields that it does not name stay the same objects. */
export function changed(state: PresenceState, change: PresenceChange): PresenceState {
  const { cursor, selection, drag, editing, viewport } = change;
  return {
    cursor: cursor === undefined ? state.cursor : cursor,
    selection: selection ?? state.selection,
    drag: drag ?? state.drag,
    editing: editing === undefined ? state.editing : editing,
    viewport: viewport === undefined ? state.viewport : viewport,
  };
}
