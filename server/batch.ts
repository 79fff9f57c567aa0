/** What a room decided since the last commit: what is to be stored, and then what is to be told to whom. */
import { must } from '../src/shared/assert';
import type { NackCode, RetryableCode } from '../src/shared/protocol/server-messages';
import { type Delivery, outcomeText, patchText, retryableText } from './frames';
import type { Metrics } from './metrics/metrics';
import type { Seat, Voice } from './seats';
import type { Entry, Outcome, Storage } from './storage/storage';

/** One answer. An old patch, sent again, has none yet: it is in the storage once the batch is. */
interface Pending {
  readonly author: Seat;
  readonly voice: Voice;
  readonly seq: number;
  readonly answer: string | undefined;
  readonly patch: string | undefined;
}

export class Batch {
  readonly #room: string;
  readonly #entries: Entry[] = [];
  readonly #pending: Pending[] = [];
  /** Names by the client whose patches they sign. */
  readonly #names = new Map<string, string>();
  #bytes = 0;
  #accepted = 0;
  readonly #refused = new Map<NackCode, number>();
  readonly #retryable = new Map<RetryableCode, number>();

  constructor(room: string) {
    this.#room = room;
  }

  /** Patches with their outcomes, in order. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Bytes of the accepted patches' ops. */
  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#pending.length === 0;
  }

  /** A patch was accepted; `ops` is JSON. */
  accept(author: Seat, voice: Voice, seq: number, outcome: Outcome & { status: 'accepted' }, ops: string): void {
    const { clientId } = voice;
    if (!voice.isSigned) this.#names.set(clientId, author.name);
    voice.isSigned = true;
    this.#accepted += 1;
    this.#bytes += Buffer.byteLength(ops);
    this.#entries.push({ room: this.#room, clientId, seq, outcome, ops });
    const answer = outcomeText(voice.adopted, seq, outcome);
    this.#pending.push({
      author,
      voice,
      seq,
      answer,
      patch: patchText({ version: outcome.version, clientId, seq, ops }),
    });
  }

  /** A patch was refused for good. */
  refuse(author: Seat, voice: Voice, seq: number, outcome: Outcome & { status: 'refused' }): void {
    countOne(this.#refused, outcome.code);
    this.#entries.push({ room: this.#room, clientId: voice.clientId, seq, outcome, ops: '' });
    this.#pending.push({ author, voice, seq, answer: outcomeText(voice.adopted, seq, outcome), patch: undefined });
  }

  /** A patch is not decided and may be sent again. The answer takes its turn among the others. */
  sendBack(author: Seat, voice: Voice, seq: number, code: RetryableCode, reason: string): void {
    countOne(this.#retryable, code);
    const answer = retryableText(voice.adopted, seq, code, reason);
    this.#pending.push({ author, voice, seq, answer, patch: undefined });
  }

  /** A patch that was decided before came again. */
  repeat(author: Seat, voice: Voice, seq: number): void {
    this.#pending.push({ author, voice, seq, answer: undefined, patch: undefined });
  }

  /** Notes the names of those whose first patches are in the batch. */
  storeNames(storage: Storage): void {
    if (this.#names.size > 0) storage.putAuthors(this.#room, this.#names);
  }

  /** What is to be told, in order. The batch must be stored. */
  deliveries(storage: Storage): Delivery<Seat>[] {
    return this.#pending.map(({ author, voice, seq, answer, patch }) => ({
      author,
      answer: answer ?? this.#storedAnswer(storage, voice, seq),
      patch,
    }));
  }

  #storedAnswer(storage: Storage, { clientId, adopted }: Voice, seq: number): string {
    const outcome = storage.outcome(this.#room, clientId, seq);
    return outcomeText(adopted, seq, must(outcome, `the outcome of patch ${seq} of ${clientId}`));
  }

  report(metrics: Pick<Metrics, 'answered'>): void {
    const repeated = this.#pending.length - this.#entries.length - sum(this.#retryable.values());
    if (this.#accepted > 0) metrics.answered('accepted', '', this.#accepted);
    if (repeated > 0) metrics.answered('duplicate', '', repeated);
    for (const [code, count] of this.#refused) metrics.answered('refused', code, count);
    for (const [code, count] of this.#retryable) metrics.answered('retryable', code, count);
  }
}

function countOne<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
