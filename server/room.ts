/**
 * One room: puts everyone's patches into one order. Knows no sockets and no disk; both are passed in.
 *
 * Invariants (SPEC.md, L1–L6):
 *  - a patch is applied by the same `applyPatch` as in the browser, and gets the next version, or an outcome for good;
 *  - what a client is told is durable: between `submit` and `publish` nothing is told to anyone;
 *  - in memory the room is ahead of its storage by `entries` and by nothing else. When those cannot be stored, the room
 *    is thrown away (`shutDown`) and loaded anew.
 */
import { assert, must } from '../src/shared/assert';
import { applyPatch } from '../src/shared/graph/apply-patch';
import type { Graph } from '../src/shared/graph/graph';
import { INFO_KEY } from '../src/shared/graph/model';
import { type Op, opsSchema } from '../src/shared/graph/ops';
import type { Hello } from '../src/shared/protocol/client-messages';
import { parseWith } from '../src/shared/protocol/parse';
import type { ErrorCode } from '../src/shared/protocol/server-messages';
import { CLOSE_CODES, PROTOCOL_VERSION } from '../src/shared/protocol/version';
import {
  broadcastText,
  type Delivery,
  deliveryFrame,
  errorText,
  frameText,
  messageText,
  outcomeText,
  patchText,
} from './frames';
import type { RoomState } from './load-room';
import type { Member, RoomPorts } from './room-ports';
import { SnapshotKeeper } from './snapshot-keeper';
import type { Entry, Outcome } from './storage/storage';

/** A patch as a client sent it: whether its ops are any is not known yet. */
interface SubmittedPatch {
  readonly seq: number;
  readonly ops?: unknown;
}

/** Characters of a reason that are kept: it can quote what the client sent, and that can be megabytes. */
const REASON_LENGTH = 500;

interface Seat {
  readonly member: Member;
  /** The last seq of this client that has an outcome; `undefined` until it was sent `welcome`. */
  lastSeq: number | undefined;
}

/** Something to be told once `entries` are stored. Without an outcome it is an old patch, sent again. */
interface Pending {
  readonly author: Member;
  readonly seq: number;
  readonly outcome: Outcome | undefined;
  readonly patch: string | undefined;
}

export class Room {
  readonly id: string;
  readonly #epoch: string;
  readonly #graph: Graph;
  readonly #ports: RoomPorts;
  readonly #snapshots: SnapshotKeeper;
  /** By client id: a client has one connection. */
  readonly #seats = new Map<string, Seat>();
  #version: number;
  #entries: Entry[] = [];
  #pending: Pending[] = [];

  constructor(state: RoomState, ports: RoomPorts) {
    this.id = state.id;
    this.#epoch = state.epoch;
    this.#graph = state.graph;
    this.#version = state.version;
    this.#ports = ports;
    this.#snapshots = new SnapshotKeeper(ports, state);
  }

  /** What is ordered and not stored yet, in order. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** The graph's title, if it has one. */
  get title(): string | undefined {
    return this.#graph.get('info', INFO_KEY)?.title;
  }

  /** Nobody is here and nothing is under way: the room can be forgotten. */
  get isIdle(): boolean {
    return this.#seats.size === 0 && this.#pending.length === 0 && this.#snapshots.running === undefined;
  }

  /** The snapshot that is being stored, if one is; never rejects. */
  get snapshotting(): Promise<void> | undefined {
    return this.#snapshots.running;
  }

  /**
   * Lets a client in: sends `welcome` and what the client lacks, in one frame. Everything ordered so far must be stored.
   * An earlier connection of the same client is closed.
   */
  join(member: Member, hello: Hello): void {
    assert(this.#pending.length === 0, 'a client joins while patches wait to be stored');
    const earlier = this.#seats.get(member.clientId)?.member;
    if (earlier !== undefined) {
      this.leave(earlier);
      earlier.send(
        errorText('BAD_MESSAGE', 'This client has connected a second time; only the newer connection counts.'),
      );
      earlier.close(CLOSE_CODES.badProtocol, 'Replaced by a newer connection.');
    }
    const seat: Seat = { member, lastSeq: undefined };
    this.#seats.set(member.clientId, seat);
    if (this.#canGoOn(hello)) this.#welcome(seat, hello.lastVersion);
    else if (!this.#snapshots.tailIsLong(this.#version)) this.#welcome(seat, undefined);
    else this.#welcomeAfterSnapshot(seat).catch(this.#ports.onFailure);
  }

  async #welcomeAfterSnapshot(seat: Seat): Promise<void> {
    await this.#snapshots.take(this.#graph, this.#version);
    this.#ports.flush();
    // It may have left while the snapshot was made, or been shut out.
    if (this.#seats.get(seat.member.clientId) === seat) this.#welcome(seat, undefined);
  }

  /** Whether the patches a client lacks can be sent to it one by one. */
  #canGoOn({ roomEpoch, lastVersion }: Hello): boolean {
    if (roomEpoch !== this.#epoch || lastVersion === undefined || lastVersion > this.#version) return false;
    const { patches, bytes } = this.#ports.catchUp;
    if (this.#version - lastVersion > patches) return false;
    return this.#ports.storage.opBytesAfter(this.id, lastVersion) <= bytes;
  }

  /** @param lastVersion what the client goes on from; `undefined` when it starts over from a snapshot */
  #welcome(seat: Seat, lastVersion: number | undefined): void {
    const { storage } = this.#ports;
    const base = this.#snapshots.version;
    const url = base === 0 ? undefined : `/api/rooms/${this.id}/snapshots/${base}`;
    seat.lastSeq = storage.lastSeq(this.id, seat.member.clientId);
    const welcome = messageText({
      type: 'welcome',
      protocolVersion: PROTOCOL_VERSION,
      roomEpoch: this.#epoch,
      serverVersion: this.#version,
      lastSeq: seat.lastSeq,
      snapshot: lastVersion === undefined ? { version: base, url } : undefined,
    });
    const missing = storage.patchesAfter(this.id, lastVersion ?? base).map(patchText);
    seat.member.send(frameText(missing.length === 0 ? [welcome] : [welcome, broadcastText(missing)]));
  }

  leave(member: Member): void {
    if (this.#seats.get(member.clientId)?.member === member) this.#seats.delete(member.clientId);
  }

  /** Orders a client's patches. What became of each is told by `publish`. */
  submit(member: Member, patches: readonly SubmittedPatch[]): void {
    const seat = this.#seats.get(member.clientId);
    if (seat?.member !== member) return; // Replaced or shut out: its socket is closing.
    if (seat.lastSeq === undefined) {
      member.send(errorText('NOT_YET', 'Patches can be sent once the server has said welcome.'));
      return;
    }
    for (const { seq, ops } of patches) {
      const next = seat.lastSeq + 1;
      if (seq < next) {
        this.#pending.push({ author: member, seq, outcome: undefined, patch: undefined });
      } else if (seq > next) {
        const reason = `Patch ${next} has to come before patch ${seq}.`;
        const outcome = { status: 'refused', code: 'OUT_OF_ORDER', reason } as const;
        this.#pending.push({ author: member, seq, outcome, patch: undefined });
      } else {
        seat.lastSeq = seq;
        this.#order(member, seq, ops);
      }
    }
    this.#ports.requestCommit();
  }

  /** Applies a patch, if it can be, and notes what is to be stored and told. */
  #order(author: Member, seq: number, input: unknown): void {
    const { clientId } = author;
    const parsed = parseWith(opsSchema, input);
    const outcome = parsed.ok ? this.#apply(parsed.value) : badPatch(parsed.reason);
    const ops = parsed.ok && outcome.status === 'accepted' ? JSON.stringify(parsed.value) : '';
    const accepted = outcome.status === 'accepted';
    const patch = accepted ? patchText({ version: outcome.version, clientId, seq, ops }) : undefined;
    this.#entries.push({ room: this.id, clientId, seq, outcome, ops });
    this.#pending.push({ author, seq, outcome, patch });
  }

  #apply(ops: readonly Op[]): Outcome {
    const applied = applyPatch(this.#graph, ops);
    if (applied.status === 'refused') return applied;
    this.#version += 1;
    return { status: 'accepted', version: this.#version, skipped: applied.skipped };
  }

  /** Tells everyone what became of what was submitted. All of `entries` must be stored. One frame a receiver. */
  publish(): void {
    const pending = this.#pending;
    for (const { ops } of this.#entries) this.#snapshots.logged(Buffer.byteLength(ops));
    this.#pending = [];
    this.#entries = [];
    const deliveries = pending.map(
      ({ author, seq, outcome, patch }): Delivery<Member> => ({
        author,
        answer: outcomeText(seq, outcome ?? this.#storedOutcome(author.clientId, seq)),
        patch,
      }),
    );
    const authors = new Set(pending.map(({ author }) => author));
    const forOnlookers = deliveryFrame(deliveries, undefined);
    for (const { member, lastSeq } of this.#seats.values()) {
      if (lastSeq === undefined) continue;
      const frame = authors.has(member) ? deliveryFrame(deliveries, member) : forOnlookers;
      if (frame !== undefined) member.send(frame);
    }
    if (this.#snapshots.isDue(this.#version)) void this.#snapshots.take(this.#graph, this.#version);
  }

  #storedOutcome(clientId: string, seq: number): Outcome {
    return must(this.#ports.storage.outcome(this.id, clientId, seq), `the outcome of patch ${seq} of ${clientId}`);
  }

  /** Closes every connection, and drops what is not stored. The room must not be used after this. */
  shutDown(code: number, error?: { code: ErrorCode; reason: string }): void {
    const seats = [...this.#seats.values()];
    this.#seats.clear();
    this.#entries = [];
    this.#pending = [];
    for (const { member } of seats) {
      if (error !== undefined) member.send(errorText(error.code, error.reason));
      member.close(code, error?.reason ?? '');
    }
  }
}

function badPatch(reason: string): Outcome {
  return { status: 'refused', code: 'BAD_PATCH', reason: reason.slice(0, REASON_LENGTH) };
}
