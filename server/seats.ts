/** Who is in a room. A connection speaks for its own client and for those it adopted; each has one connection at most. */
import type { Role } from '../src/shared/access';
import type { Person } from '../src/shared/protocol/person';
import type { Identity } from './access/access';
import type { Member } from './room-ports';

/** What someone may do, and as whom. */
export interface Granted {
  readonly role: Role;
  readonly identity?: Identity | undefined;
  /** When the token ends, in milliseconds since 1970. */
  readonly expiresAt?: number | undefined;
}

/** Someone who was let in: the clients are theirs, and the role was granted. */
export interface Greeting extends Granted {
  readonly clientId: string;
  /** Clients of closed tabs that they speak for as well. */
  readonly adopted?: readonly string[] | undefined;
  readonly person: Person;
  /** What they have of the room; both left out when they have nothing. */
  readonly roomEpoch?: string | undefined;
  readonly lastVersion?: number | undefined;
}

/** As the others are told: with the name that the identity provider gives, if there is one. */
export function asKnown(person: Person, identity: Identity | undefined): Person {
  return identity === undefined ? person : { ...person, name: identity.name };
}

/** One client that a connection speaks for. */
export interface Voice {
  readonly clientId: string;
  /** The client id as answers name it: `undefined` for the connection's own. */
  readonly adopted: string | undefined;
  /** The last seq of this client that has an outcome. Counts from the seat's first welcome on. */
  lastSeq: number;
  /** Whether the seat's name was noted for this client. */
  isSigned: boolean;
}

/** A member that was sent no more patches, because too much was waiting to be sent to it. */
export interface Behind {
  /** The version up to which it was sent everything. */
  readonly version: number;
  /** Stops the wait for it to read on. */
  readonly stopWaiting: () => void;
}

export interface Seat {
  readonly member: Member;
  readonly own: Voice;
  /** By client id, the own among them. */
  readonly voices: ReadonlyMap<string, Voice>;
  /** The person's name, with which patches are signed. */
  name: string;
  granted: Granted;
  /** Whether it was sent `welcome`: before that, it is sent nothing and may not send patches. */
  isWelcomed: boolean;
  behind: Behind | undefined;
  /**
   * The patch that was last refused for now: it comes first. What its author made after it, as whatever client, may depend
   * on it.
   */
  heldUpBy: { readonly voice: Voice; readonly seq: number } | undefined;
}

export function newSeat(member: Member, greeting: Greeting): Seat {
  const { clientId, adopted = [], person, role, identity, expiresAt } = greeting;
  const own: Voice = { clientId, adopted: undefined, lastSeq: 0, isSigned: false };
  const voices = new Map<string, Voice>(
    adopted.map((other) => [other, { clientId: other, adopted: other, lastSeq: 0, isSigned: false }]),
  );
  voices.set(clientId, own);
  return {
    member,
    own,
    voices,
    name: asKnown(person, identity).name,
    granted: { role, identity, expiresAt },
    isWelcomed: false,
    behind: undefined,
    heldUpBy: undefined,
  };
}

export class Seats {
  readonly #byMember = new Map<Member, Seat>();
  readonly #byClient = new Map<string, Seat>();

  get size(): number {
    return this.#byMember.size;
  }

  all(): Iterable<Seat> {
    return this.#byMember.values();
  }

  of(member: Member): Seat | undefined {
    return this.#byMember.get(member);
  }

  /** The seats that speak for any of the clients that `seat` speaks for, each once. */
  rivals(seat: Seat): ReadonlySet<Seat> {
    const found = new Set<Seat>();
    for (const clientId of seat.voices.keys()) {
      const other = this.#byClient.get(clientId);
      if (other !== undefined) found.add(other);
    }
    return found;
  }

  /** Adds a seat that has no rivals. */
  add(seat: Seat): void {
    this.#byMember.set(seat.member, seat);
    for (const clientId of seat.voices.keys()) this.#byClient.set(clientId, seat);
  }

  /** Removes the seat of a member, if it has one, and returns it. */
  remove(member: Member): Seat | undefined {
    const seat = this.#byMember.get(member);
    if (seat === undefined) return undefined;
    this.#byMember.delete(member);
    for (const clientId of seat.voices.keys()) this.#byClient.delete(clientId);
    return seat;
  }
}
