/**
 * What the members of a room are doing just now, passed on to the others. Nothing of it is stored or versioned; of what
 * changed twice between two frames the latest counts (SPEC.md, P1–P5).
 *
 * Invariant: a participant without `missed` was told all about the others but for what changed since the last frame.
 */
import type { Role } from '../src/shared/access';
import type { Clock } from '../src/shared/clock';
import type { Person } from '../src/shared/protocol/person';
import { NO_PRESENCE, type PresenceChange, type PresenceState } from '../src/shared/protocol/presence';
import { peersText, peerText } from './frames';
import type { Metrics } from './metrics/metrics';
import type { Member, RoomLimits } from './room-ports';

export interface PresencePorts {
  readonly clock: Clock;
  readonly limits: Pick<RoomLimits, 'presenceBacklog' | 'presenceInterval'>;
  readonly metrics: Pick<Metrics, 'presenceReceived' | 'presenceDropped'>;
}

interface Participant {
  readonly member: Member;
  readonly clientId: string;
  person: Person;
  role: Role;
  state: PresenceState;
  /** What the others were not told yet; `undefined` when they know everything. */
  news: PresenceChange | undefined;
  /** Whether the others were not told yet who this is, or what it is called or may do by now. */
  isNew: boolean;
  /** Set while it is not told anything: the clients that it still believes to be here. */
  missed: readonly string[] | undefined;
}

export class Presence {
  readonly #ports: PresencePorts;
  readonly #participants = new Map<Member, Participant>();
  #left: string[] = [];
  #lastFrame = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(ports: PresencePorts) {
    this.#ports = ports;
  }

  /** Someone has come. The others learn of it; itself is told nothing until it was welcomed. */
  enter(member: Member, clientId: string, person: Person, role: Role): void {
    const participant = { member, clientId, person, role, state: NO_PRESENCE, isNew: true, missed: [] };
    this.#participants.set(member, { ...participant, news: NO_PRESENCE });
    this.#frameSoon();
  }

  /** The member was sent `welcome`: it is told all about the others, whatever it was told before. */
  welcomed(member: Member): void {
    const participant = this.#participants.get(member);
    if (participant !== undefined) this.#tellAll(participant);
  }

  leave(member: Member): void {
    const participant = this.#participants.get(member);
    if (participant === undefined) return;
    this.#participants.delete(member);
    this.#left.push(participant.clientId);
    if (this.#participants.size > 0) this.#frameSoon();
    else this.clear();
  }

  /** A member does something else. */
  change(member: Member, change: PresenceChange): void {
    const participant = this.#participants.get(member);
    if (participant === undefined) return;
    this.#ports.metrics.presenceReceived();
    participant.state = { ...participant.state, ...change };
    participant.news = { ...participant.news, ...change };
    this.#frameSoon();
  }

  /** A member goes by another name or colour. */
  rename(member: Member, person: Person): void {
    const participant = this.#participants.get(member);
    if (participant === undefined) return;
    participant.person = person;
    this.#introduceAnew(participant);
  }

  /** A member may do something else. */
  setRole(member: Member, role: Role): void {
    const participant = this.#participants.get(member);
    if (participant === undefined || participant.role === role) return;
    participant.role = role;
    this.#introduceAnew(participant);
  }

  #introduceAnew(participant: Participant): void {
    participant.isNew = true;
    participant.news ??= {};
    this.#frameSoon();
  }

  /** Forgets everyone. */
  clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#participants.clear();
    this.#left = [];
  }

  #frameSoon(): void {
    if (this.#cancel !== undefined) return;
    const { clock, limits } = this.#ports;
    const wait = Math.max(0, this.#lastFrame + limits.presenceInterval - clock.now());
    this.#cancel = clock.after(wait, () => this.#frame());
  }

  /** Tells everyone what is new about the others. Who has no news of its own gets the same text as the rest. */
  #frame(): void {
    const { clock } = this.#ports;
    this.#cancel = undefined;
    const begun = clock.now();
    this.#lastFrame = begun;
    const here = this.#clientIds();
    const left = this.#left.filter((clientId) => !here.includes(clientId));
    const news = new Map<Participant, string>();
    for (const participant of this.#participants.values()) {
      if (participant.news !== undefined) news.set(participant, newsText(participant));
    }
    const forOnlookers = peersText([...news.values()], left);
    for (const receiver of this.#participants.values()) {
      if (receiver.missed !== undefined) continue;
      const own = news.get(receiver);
      if (own !== undefined && news.size === 1 && left.length === 0) continue;
      if (receiver.member.backlog > this.#ports.limits.presenceBacklog) this.#miss(receiver, [...here, ...left]);
      else if (own === undefined) receiver.member.send(forOnlookers);
      else receiver.member.send(peersText(textsWithout(news, receiver), left));
    }
    const worked = (clock.now() - begun) / news.size;
    for (const participant of news.keys()) {
      participant.news = undefined;
      participant.isNew = false;
      participant.member.worked(worked);
    }
    this.#left = [];
  }

  #miss(receiver: Participant, known: readonly string[]): void {
    this.#ports.metrics.presenceDropped('slow');
    receiver.missed = known;
    receiver.member.whenDrained(() => {
      // It may have left since, or have been told everything with another welcome.
      if (receiver.missed !== undefined && this.#participants.get(receiver.member) === receiver) {
        this.#tellAll(receiver);
      }
    });
  }

  #tellAll(receiver: Participant): void {
    const here = this.#clientIds();
    const left = (receiver.missed ?? []).filter((clientId) => !here.includes(clientId));
    const others = Array.from(this.#participants.values()).filter((other) => other !== receiver);
    receiver.missed = undefined;
    if (others.length + left.length === 0) return;
    const texts = others.map((other) => peerText(other.clientId, other.state, other));
    receiver.member.send(peersText(texts, left));
  }

  #clientIds(): string[] {
    return Array.from(this.#participants.values(), ({ clientId }) => clientId);
  }
}

function newsText(participant: Participant): string {
  const { clientId, news = {}, isNew } = participant;
  return peerText(clientId, news, isNew ? participant : undefined);
}

function textsWithout(news: ReadonlyMap<Participant, string>, receiver: Participant): string[] {
  const texts: string[] = [];
  for (const [participant, text] of news) if (participant !== receiver) texts.push(text);
  return texts;
}
