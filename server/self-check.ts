/**
 * Whether the clients still hold the same graph as the server: gives out digests of it, and compares those that come
 * back. A client that differs is a bug, so all there is to do here is to tell the operator (SPEC.md, D2).
 */

import { type Digest, digestDifference, GraphDigest } from '../src/shared/graph/digest';
import type { Graph } from '../src/shared/graph/graph';
import type { JournalEntry } from '../src/shared/graph/recording-graph';
import { messageText } from './frames';
import type { Member, RoomPorts } from './room-ports';

export interface SelfCheckPorts {
  readonly room: Pick<RoomPorts, 'clock' | 'log' | 'metrics' | 'schedule' | 'flush'>;
  readonly roomId: string;
  readonly graph: Graph;
  /** The version the graph is at. */
  readonly version: () => number;
  /** Whether a member is here and was sent everything. */
  readonly isInStep: (member: Member) => boolean;
}

/** Elements that are hashed in one turn of the event loop: some milliseconds' worth. */
const SLICE = 2_000;
/** Digests that are remembered: the answers to older ones are not waited for any more. */
const REMEMBERED = 64;
/** Milliseconds between two lines in the log: a client that wants to may send wrong digests all day. */
const LOG_INTERVAL = 1_000;

export class SelfCheck {
  readonly #ports: SelfCheckPorts;
  /** By version, oldest first. */
  readonly #given = new Map<number, Digest>();
  /** Made when it is first asked for: a room that nobody checks does not pay for it. */
  #digest: GraphDigest | undefined;
  #asking = new Set<Member>();
  #isWorking = false;
  #lastLogged = Number.NEGATIVE_INFINITY;

  constructor(ports: SelfCheckPorts) {
    this.#ports = ports;
  }

  /** These elements of the graph were written. */
  touch(journal: readonly JournalEntry[]): void {
    this.#digest?.touch(journal);
  }

  /** Sends a member the digest of the graph, in its place after everything else it was sent. */
  ask(member: Member): void {
    this.#asking.add(member);
    if (!this.#isWorking) this.#work();
  }

  /** A large graph is hashed in slices, so that nobody's patches wait for it. */
  #work(): void {
    this.#digest ??= new GraphDigest(this.#ports.graph);
    this.#digest.work(SLICE);
    this.#isWorking = this.#digest.backlog > SLICE;
    if (this.#isWorking) this.#ports.room.schedule(() => this.#work());
    else this.#answer(this.#digest);
  }

  #answer(digest: GraphDigest): void {
    const asking = this.#asking;
    this.#asking = new Set();
    this.#ports.room.flush(); // What the digest has in it is stored and told.
    const members = [...asking].filter(this.#ports.isInStep);
    if (members.length === 0) return;
    const version = this.#ports.version();
    const given = this.#given.get(version) ?? digest.read();
    this.#given.set(version, given);
    for (const oldest of this.#given.keys()) {
      if (this.#given.size <= REMEMBERED) break;
      this.#given.delete(oldest);
    }
    const text = messageText({ type: 'check', version, digest: given });
    for (const member of members) member.send(text);
  }

  /** Compares a client's digest with the one that was given out for that version. */
  compare(clientId: string, version: number, theirs: Digest): void {
    const ours = this.#given.get(version);
    if (ours === undefined) return;
    const difference = digestDifference(ours, theirs);
    if (difference.length === 0) return;
    const { clock, log, metrics } = this.#ports.room;
    metrics.diverged();
    if (clock.now() - this.#lastLogged < LOG_INTERVAL) return;
    this.#lastLogged = clock.now();
    log.error(
      `Client ${clientId} of room ${this.#ports.roomId} has another graph at version ${version}: ${difference.join('; ')}.`,
    );
  }
}
