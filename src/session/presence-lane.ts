/**
 * What someone is doing just now, there and back: the own presence is sent at most 30 times a second, the latest state
 * alone; the others' is kept as the server tells it. Nothing here is stored, versioned or ever waited for.
 */
import { dequal } from 'dequal';
import type { Clock } from '../shared/clock';
import { NO_PRESENCE, type Peer, type PresenceChange, type PresenceState } from '../shared/protocol/presence';
import type { Peers } from '../shared/protocol/server-messages';
import { Pace } from './pace';
import { changed, PeerList } from './peer-list';

/** Milliseconds between two messages: 30 a second, with room for timers that fire a little early. */
const SEND_GAP = 35;
/** Milliseconds between two views of the others: more often than a screen draws would be for nothing. */
const SHOW_GAP = 16;

export interface PresencePorts {
  /** Sends the fields that changed, as a `presence` message. Called only between `joined` and `lost`. */
  readonly send: (change: PresenceChange) => void;
  /** Who else is here, by client id: a new map each time, in which who did nothing is the same object. */
  readonly onPeers: (peers: ReadonlyMap<string, Peer>) => void;
  readonly clock: Clock;
}

export class PresenceLane {
  readonly #ports: PresencePorts;
  readonly #peers: PeerList;
  readonly #sending: Pace;
  readonly #showing: Pace;
  #own: PresenceState = NO_PRESENCE;
  /** What the server knows of it. */
  #sent: PresenceState = NO_PRESENCE;
  #connection: 'none' | 'there' | 'closed' = 'none';

  constructor(ports: PresencePorts) {
    this.#ports = ports;
    this.#sending = new Pace(ports.clock, SEND_GAP, () => this.#send());
    this.#showing = new Pace(ports.clock, SHOW_GAP, () => this.#show());
    this.#peers = new PeerList(ports.clock, () => this.#showing.request());
  }

  /** The person does something else now. Fields that are not named stay as they were. */
  set(change: PresenceChange): void {
    this.#own = changed(this.#own, change);
    if (this.#connection === 'there') this.#sending.request();
  }

  /** A connection is there, on which nothing was said yet. */
  joined(): void {
    if (this.#connection === 'closed') return;
    this.#connection = 'there';
    this.#sent = NO_PRESENCE;
    this.#sending.request();
    this.#peers.resume();
  }

  /** The connection is gone. The others are soon, too, unless the next one names them again. */
  lost(): void {
    if (this.#connection === 'closed') return;
    this.#connection = 'none';
    this.#sending.stop();
    this.#peers.doubt();
  }

  /** The server said what others are doing. */
  hear(message: Peers): void {
    if (this.#connection !== 'closed') this.#peers.hear(message);
  }

  /** Nothing is sent or told any more. */
  close(): void {
    this.#connection = 'closed';
    for (const part of [this.#sending, this.#showing, this.#peers]) part.stop();
  }

  #send(): boolean {
    const change = differing(this.#sent, this.#own);
    if (change === undefined) return false;
    this.#sent = this.#own;
    this.#ports.send(change);
    return true;
  }

  #show(): boolean {
    this.#ports.onPeers(this.#peers.all);
    return true;
  }
}

/** The fields of `after` that are not as in `before`; undefined when all are. */
function differing(before: PresenceState, after: PresenceState): PresenceChange | undefined {
  const change: PresenceChange = {
    ...(!dequal(before.cursor, after.cursor) && { cursor: after.cursor }),
    ...(!dequal(before.selection, after.selection) && { selection: after.selection }),
    ...(!dequal(before.drag, after.drag) && { drag: after.drag }),
    ...(!dequal(before.editing, after.editing) && { editing: after.editing }),
    ...(!dequal(before.viewport, after.viewport) && { viewport: after.viewport }),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}
