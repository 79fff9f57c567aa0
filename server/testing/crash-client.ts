/**
 * A client that writes as fast as it can, comes back after every crash with what is undecided, and notes whatever a
 * client must never be told.
 */
import { WebSocket } from 'ws';
import type { Op } from '../../src/shared/graph/ops';
import { parseJson } from '../../src/shared/protocol/parse';
import {
  isFinal,
  type ServerMessage,
  serverFrameSchema,
  type Welcome,
} from '../../src/shared/protocol/server-messages';
import { PROTOCOL_VERSION } from '../../src/shared/protocol/version';
import { TEST_SECRET } from '../../src/shared/testing/test-client-ids';
import { knownKey } from './known-keys';
import { createNode, setTitle } from './ops';
import { ANYONE } from './people';

/** Patches that are sent and not answered, at most. */
const IN_FLIGHT = 50;
/** Patches that were answered long ago and are sent again after a crash. */
const RESENDS = 5;

/** What a client sends as its patch of a seq: one in ten is refused, for there is no such label. */
export function crashOps(clientId: string, seq: number): Op[] {
  return seq % 10 === 0 ? [createNode(seq)] : [setTitle(`${clientId} ${seq}`)];
}

export class CrashClient {
  readonly id: string;
  /** The first answer to each patch, by seq: the version it got, or how it was refused. */
  readonly answers = new Map<
    number,
    { readonly version: number } | { readonly code: string; readonly reason: string }
  >();
  /** What should never have happened. */
  readonly problems: string[] = [];
  readonly #random: () => number;
  readonly #undecided = new Set<number>();
  #nextSeq = 1;
  #epoch: string | undefined;
  #lastVersion = 0;

  /** @param random at least 0 and less than 1 */
  constructor(id: string, random: () => number) {
    this.id = id;
    this.#random = random;
  }

  /**
   * Connects and writes until the connection ends, then resolves.
   * @param onAnswer called after each patch that was answered for the first time
   */
  async write(url: string, room: string, onAnswer: () => void): Promise<void> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/parties/room/${room}?_pk=test`);
    const send = (message: unknown) => socket.send(JSON.stringify(message));
    const sendPatches = (seqs: readonly number[]) => {
      if (seqs.length > 0) send({ type: 'patch', patches: seqs.map((seq) => ({ seq, ops: crashOps(this.id, seq) })) });
    };
    socket.on('open', () => {
      const known = this.#epoch === undefined ? {} : { roomEpoch: this.#epoch, lastVersion: this.#lastVersion };
      const own = { clientId: this.id, clientSecret: TEST_SECRET, person: ANYONE, key: knownKey(room) };
      send({ type: 'hello', protocolVersion: PROTOCOL_VERSION, ...own, ...known });
    });
    socket.on('message', (data) => {
      const frame = parseJson(serverFrameSchema, data.toString());
      if (!frame.ok) return this.problems.push(`a frame that is none: ${frame.reason}`);
      for (const message of frame.value) {
        const answered = this.answers.size;
        if (message.type === 'welcome') {
          this.#welcomed(message);
          sendPatches([...this.#someAnswered(), ...this.#undecided]);
        } else this.#take(message);
        if (this.answers.size > answered) onAnswer();
      }
      if (this.#epoch !== undefined) sendPatches(this.#newPatches());
    });
    socket.on('error', () => {}); // What follows is `close`.
    await new Promise((resolve) => socket.once('close', resolve));
  }

  #someAnswered(): number[] {
    const last = this.#nextSeq - 1 - this.#undecided.size;
    return Array.from({ length: Math.min(RESENDS, last) }, () => 1 + Math.floor(this.#random() * last));
  }

  #newPatches(): number[] {
    const seqs: number[] = [];
    while (this.#undecided.size < IN_FLIGHT) {
      seqs.push(this.#nextSeq);
      this.#undecided.add(this.#nextSeq);
      this.#nextSeq += 1;
    }
    return seqs;
  }

  #welcomed({ roomEpoch, serverVersion, lastSeqs, snapshot }: Welcome): void {
    if (serverVersion < this.#lastVersion) this.#problem(`version ${this.#lastVersion} was told and is gone`);
    const lastSeq = lastSeqs[this.id] ?? 0;
    for (const seq of this.answers.keys()) {
      if (seq > lastSeq) this.#problem(`patch ${seq} was answered, and now ${lastSeq} is the last that was`);
    }
    if (this.#epoch !== undefined && roomEpoch !== this.#epoch) this.#problem('this is another room');
    this.#epoch = roomEpoch;
    if (snapshot !== undefined) this.#lastVersion = snapshot.version;
  }

  #take(message: ServerMessage): void {
    if (message.type === 'patch_broadcast') {
      for (const { serverVersion } of message.patches) this.#hear(serverVersion);
    } else if (message.type === 'ack') {
      if (message.serverVersion > this.#lastVersion) this.#hear(message.serverVersion);
      this.#answered(message.seq, { version: message.serverVersion });
    } else if (message.type === 'nack' && isFinal(message.code)) {
      this.#answered(message.seq, { code: message.code, reason: message.reason });
    } else if (message.type === 'nack' || message.type === 'error') {
      this.#problem(`${message.code}: ${message.reason}`);
    }
  }

  /** Versions are told without a gap and in order. */
  #hear(version: number): void {
    if (version !== this.#lastVersion + 1) this.#problem(`version ${version} was told after ${this.#lastVersion}`);
    this.#lastVersion = version;
  }

  #answered(seq: number, answer: { version: number } | { code: string; reason: string }): void {
    const first = this.answers.get(seq);
    if (first !== undefined && JSON.stringify(first) !== JSON.stringify(answer)) {
      this.#problem(`patch ${seq} was answered ${JSON.stringify(first)}, then ${JSON.stringify(answer)}`);
    }
    this.answers.set(seq, first ?? answer);
    this.#undecided.delete(seq);
  }

  #problem(what: string): void {
    this.problems.push(`${this.id}: ${what}`);
  }
}
