/**
 * One room: puts everyone's patches into one order. Knows no sockets and no disk; both are passed in.
 *
 * Invariants (SPEC.md, L1–L6):
 *  - a patch is applied by the same `applyPatch` as in the browser, and gets the next version, or an outcome for good;
 *  - what a client is told is durable: between `submit` and `publish` nothing is told to anyone;
 *  - in memory the room is ahead of its storage by `entries` and by nothing else. When those cannot be stored, the room
 *    is thrown away (`shutDown`) and loaded anew.
 */
import { includesRole } from '../src/shared/access';
import { assert } from '../src/shared/assert';
import { applyPatch } from '../src/shared/graph/apply-patch';
import type { Digest } from '../src/shared/graph/digest';
import type { Graph } from '../src/shared/graph/graph';
import { INFO_KEY } from '../src/shared/graph/model';
import { parseWith } from '../src/shared/protocol/parse';
import type { Person } from '../src/shared/protocol/person';
import type { ErrorCode, RetryableCode } from '../src/shared/protocol/server-messages';
import { CLOSE_CODES } from '../src/shared/protocol/version';
import { Batch } from './batch';
import { CatchUp } from './catch-up';
import { compiledOps } from './compiled-schemas';
import { accessText, deliveryFrame, errorText } from './frames';
import type { RoomState } from './load-room';
import { Presence } from './presence';
import type { Member, RoomPorts } from './room-ports';
import { asKnown, type Granted, type Greeting, newSeat, type Seat, Seats, type Voice } from './seats';
import { SelfCheck } from './self-check';
import { SnapshotKeeper } from './snapshot-keeper';
import type { Entry } from './storage/storage';

/** A patch as a client sent it: whether its ops are any is not known yet. */
interface SubmittedPatch {
  /** An adopted client; left out when it is the connection's own. */
  readonly clientId?: string | undefined;
  readonly seq: number;
  readonly ops?: unknown;
}

/** Characters of a reason that are kept: it can quote what the client sent, and that can be megabytes. */
const REASON_LENGTH = 500;

/** Why the server cannot take a patch just now. */
type Trouble = Exclude<RetryableCode, 'OUT_OF_ORDER'>;

const SENT_AGAIN = 'Your changes are kept and sent again shortly.';
const TROUBLE_TEXTS: Readonly<Record<Trouble, string>> = {
  RATE_LIMITED: `You are making changes faster than the server takes them. ${SENT_AGAIN}`,
  OVERLOADED: `The server has more changes to save than it can just now. ${SENT_AGAIN}`,
  SHUTTING_DOWN: `The server is being stopped. ${SENT_AGAIN}`,
  FORBIDDEN: 'You can only view this graph. Your changes are kept, and not saved.',
};

export class Room {
  readonly id: string;
  /** What everyone is doing just now. */
  readonly presence: Presence;
  readonly #graph: Graph;
  readonly #ports: RoomPorts;
  readonly #snapshots: SnapshotKeeper;
  readonly #catchUp: CatchUp;
  readonly #selfCheck: SelfCheck;
  readonly #seats = new Seats();
  #version: number;
  /** The version up to which everything was stored and told. */
  #toldVersion: number;
  #batch: Batch;
  /** When the messages came whose patches are in the batch (`Clock`). */
  #arrivals: number[] = [];

  constructor(state: RoomState, ports: RoomPorts) {
    this.id = state.id;
    this.#graph = state.graph;
    this.#version = state.version;
    this.#toldVersion = state.version;
    this.#ports = ports;
    this.#batch = new Batch(state.id);
    this.#snapshots = new SnapshotKeeper(ports, state);
    this.presence = new Presence(ports);
    const about = { roomId: state.id, graph: state.graph, version: () => this.#version };
    this.#catchUp = new CatchUp({
      ...about,
      room: ports,
      epoch: state.epoch,
      snapshots: this.#snapshots,
      isHere: (seat) => this.#seats.of(seat.member) === seat,
      onWelcome: (seat) => this.presence.welcomed(seat.member),
      leave: (seat) => this.leave(seat.member),
    });
    this.#selfCheck = new SelfCheck({ ...about, room: ports, isInStep: (member) => this.#isInStep(member) });
  }

  /** What is ordered and not stored yet, in order. */
  get entries(): readonly Entry[] {
    return this.#batch.entries;
  }

  /** The graph's title, if it has one. */
  get title(): string | undefined {
    return this.#graph.get('info', INFO_KEY)?.title;
  }

  /** Nobody is here and nothing is under way: the room can be forgotten. */
  get isIdle(): boolean {
    return this.#seats.size === 0 && this.#batch.isEmpty && this.#snapshots.running === undefined;
  }

  /** The snapshot that is being stored, if one is; never rejects. */
  get snapshotting(): Promise<void> | undefined {
    return this.#snapshots.running;
  }

  /**
   * Lets a client in and brings it up to date. Everything ordered so far must be stored.
   * Earlier connections of the same client, or of one it adopted, are closed.
   */
  join(member: Member, greeting: Greeting): void {
    assert(this.#batch.isEmpty, 'a client joins while patches wait to be stored');
    const seat = newSeat(member, greeting);
    for (const { member: earlier } of this.#seats.rivals(seat)) {
      this.leave(earlier);
      earlier.send(
        errorText('BAD_MESSAGE', 'This client has connected a second time; only the newer connection counts.'),
      );
      earlier.close(CLOSE_CODES.badProtocol, 'Replaced by a newer connection.');
    }
    this.#seats.add(seat);
    const { clientId, person, role, identity } = greeting;
    this.presence.enter(member, clientId, asKnown(person, identity), role);
    this.#catchUp.start(seat, greeting);
  }

  /** A member may do something else from now on, or for longer. It and the others are told. */
  setAccess(member: Member, granted: Granted): void {
    const seat = this.#seats.of(member);
    if (seat === undefined) return;
    seat.granted = granted;
    this.presence.setRole(member, granted.role);
    if (seat.isWelcomed) member.send(accessText(granted, this.#ports.now()));
  }

  leave(member: Member): void {
    this.#seats.remove(member)?.behind?.stopWaiting();
    this.presence.leave(member);
  }

  /** A member goes by another name or colour from now on. */
  rename(member: Member, person: Person): void {
    const seat = this.#seats.of(member);
    if (seat === undefined) return;
    const known = asKnown(person, seat.granted.identity);
    if (known.name !== seat.name) for (const voice of seat.voices.values()) voice.isSigned = false;
    seat.name = known.name;
    this.presence.rename(member, known);
  }

  /** Sends a member the digest of the graph. */
  check(member: Member): void {
    if (this.#isInStep(member)) this.#selfCheck.ask(member);
  }

  /** Takes a member's own digest at the version of a `check`. */
  checked(member: Member, version: number, digest: Digest): void {
    const seat = this.#seats.of(member);
    if (seat !== undefined) this.#selfCheck.compare(seat.own.clientId, version, digest);
  }

  #isInStep(member: Member): boolean {
    const seat = this.#seats.of(member);
    if (seat === undefined || !seat.isWelcomed || seat.behind !== undefined) return false;
    return member.backlog <= this.#ports.limits.patchBacklog;
  }

  /** Orders a client's patches. What became of each is told by `publish`. */
  submit(member: Member, patches: readonly SubmittedPatch[]): void {
    const seat = this.#seats.of(member);
    if (seat === undefined) return; // Replaced or shut out: its socket is closing.
    if (!seat.isWelcomed) {
      member.complain('NOT_YET', 'Patches can be sent once the server has said welcome.');
      return;
    }
    const arrival = this.#ports.clock.now();
    let isForeign = false;
    for (const { clientId, seq, ops } of patches) {
      const voice = clientId === undefined ? seat.own : seat.voices.get(clientId);
      if (voice === undefined) isForeign = true;
      else this.#take(seat, voice, seq, ops);
    }
    if (isForeign) member.complain('BAD_MESSAGE', 'This connection does not speak for the client of a patch it sent.');
    if (this.#batch.isEmpty) return;
    this.#arrivals.push(arrival);
    this.#ports.requestCommit();
  }

  #take(author: Seat, voice: Voice, seq: number, ops: unknown): void {
    const next = voice.lastSeq + 1;
    if (seq > next) {
      this.#batch.sendBack(author, voice, seq, 'OUT_OF_ORDER', `Patch ${next} has to come before patch ${seq}.`);
      return;
    }
    if (seq < next) {
      // Looking up what became of it costs as much as a new patch.
      if (author.member.mayOrder()) this.#batch.repeat(author, voice, seq);
      else this.#batch.sendBack(author, voice, seq, 'RATE_LIMITED', TROUBLE_TEXTS.RATE_LIMITED);
      return;
    }
    const { heldUpBy } = author;
    if (heldUpBy !== undefined && (heldUpBy.voice !== voice || heldUpBy.seq !== seq)) {
      this.#batch.sendBack(author, voice, seq, 'OUT_OF_ORDER', `Patch ${heldUpBy.seq} has to come first.`);
      return;
    }
    const trouble = this.#trouble(author);
    author.heldUpBy = trouble === undefined ? undefined : { voice, seq };
    if (trouble === undefined) this.#order(author, voice, seq, ops);
    else this.#batch.sendBack(author, voice, seq, trouble, TROUBLE_TEXTS[trouble]);
  }

  /** Why no patch of a member can be taken just now, if so. */
  #trouble({ member, granted }: Seat): Trouble | undefined {
    const { waitingPatches, waitingBytes } = this.#ports.limits;
    if (!includesRole(granted.role, 'editor')) return 'FORBIDDEN';
    if (this.#ports.isStopping()) return 'SHUTTING_DOWN';
    if (this.#batch.entries.length >= waitingPatches || this.#batch.bytes >= waitingBytes) return 'OVERLOADED';
    return member.mayOrder() ? undefined : 'RATE_LIMITED';
  }

  /** Decides a patch: applies it, or refuses it for good. */
  #order(author: Seat, voice: Voice, seq: number, input: unknown): void {
    voice.lastSeq = seq;
    const ops = parseWith(compiledOps, input);
    if (!ops.ok) {
      const reason = ops.reason.slice(0, REASON_LENGTH);
      this.#batch.refuse(author, voice, seq, { status: 'refused', code: 'BAD_PATCH', reason });
      return;
    }
    const applied = applyPatch(this.#graph, ops.value, this.#ports.graphLimits);
    if (applied.status === 'refused') {
      this.#batch.refuse(author, voice, seq, applied);
      return;
    }
    this.#selfCheck.touch(applied.journal);
    this.#version += 1;
    const outcome = { status: 'accepted', version: this.#version, skipped: applied.skipped } as const;
    this.#batch.accept(author, voice, seq, outcome, JSON.stringify(ops.value));
  }

  /**
   * Tells everyone what became of what was submitted. All of `entries` must be stored. One frame a receiver.
   * Who reads too slowly is told nothing from here on, and brought up to date later.
   * @param stored how long it took to store it, in milliseconds
   */
  publish(stored = 0): void {
    const { storage, metrics, limits, clock } = this.#ports;
    const [batch, toldVersion] = [this.#batch, this.#toldVersion];
    const begun = clock.now();
    batch.storeNames(storage);
    const deliveries = batch.deliveries(storage);
    this.#batch = new Batch(this.id);
    this.#toldVersion = this.#version;
    this.#snapshots.logged(batch.bytes);
    batch.report(metrics);
    const ready = clock.now();
    let receivers = 0;
    const authors = new Set(deliveries.map(({ author }) => author));
    const forOnlookers = deliveryFrame(deliveries, undefined);
    for (const seat of this.#seats.all()) {
      if (!seat.isWelcomed || seat.behind !== undefined) continue;
      const frame = authors.has(seat) ? deliveryFrame(deliveries, seat) : forOnlookers;
      if (frame === undefined) continue;
      if (seat.member.backlog > limits.patchBacklog) this.#catchUp.fallBehind(seat, toldVersion);
      else {
        seat.member.send(frame);
        receivers += 1;
      }
    }
    const told = clock.now();
    metrics.fannedOut(receivers, told - ready);
    for (const { author } of deliveries) author.member.worked((stored + told - begun) / deliveries.length);
    for (const arrival of this.#arrivals) metrics.acknowledged(told - arrival);
    this.#arrivals = [];
    if (this.#snapshots.isDue(this.#version)) void this.#snapshots.take(this.#graph, this.#version);
  }

  /** Closes every connection, and drops what is not stored. The room must not be used after this. */
  shutDown(code: number, error?: { code: ErrorCode; reason: string }): void {
    this.#batch = new Batch(this.id);
    this.#snapshots.stop();
    for (const { member } of [...this.#seats.all()]) {
      this.leave(member);
      if (error !== undefined) member.send(errorText(error.code, error.reason));
      member.close(code, error?.reason ?? '');
    }
  }
}
