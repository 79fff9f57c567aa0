/**
 * Sends what is pending: so many patches at a time, each once for every connection, and again what was refused for now.
 * What has not been sent on any connection is made as small as it can be first. Of who may not edit, only what the server
 * has decided already is sent, to hear the answer; the rest waits until they may again.
 */
import type { Collapsed, PendingPatch } from '../replica/pending-patches';
import type { Clock } from '../shared/clock';
import type { ClientPatch } from '../shared/protocol/client-messages';
import { packPatches } from './pack-patches';

/** Patches that may be on their way at once. Enough to keep the line busy; few, so that little is sent in vain. */
const WINDOW = 500;

/** Milliseconds before what was refused for now is sent again: at first, and at most. */
const [FIRST_WAIT, LONGEST_WAIT] = [250, 10_000];

export interface SenderPorts {
  readonly clock: Clock;
  readonly pending: () => readonly PendingPatch[];
  /** Whether the server would take new patches of this person. */
  readonly mayOrder: () => boolean;
  /** Bytes in one message, at most. */
  readonly messageBytes: () => number;
  /** This tab's own client. */
  readonly clientId: () => string;
  /** Makes patches smaller of which it is true that they were never sent. */
  readonly collapse: (isUnsent: (patch: PendingPatch) => boolean) => readonly Collapsed[];
  readonly send: (patches: readonly ClientPatch[]) => void;
}

export class Sender {
  readonly #ports: SenderPorts;
  /** Keys of the patches that are on their way on this connection. */
  readonly #onTheWay = new Set<number>();
  /** Keys of this page's patches that were sent at some time. */
  readonly #everSent = new Set<number>();
  /** The clients this connection speaks for; `undefined` while there is none to send on. */
  #speaksFor: ReadonlySet<string> | undefined;
  #isScheduled = false;
  #refusals = 0;
  #cancelWait: (() => void) | undefined;

  constructor(ports: SenderPorts) {
    this.#ports = ports;
  }

  /** A connection is ready: all that is pending is sent on it. */
  start(speaksFor: ReadonlySet<string>): void {
    this.stop();
    this.#speaksFor = speaksFor;
    this.#flush();
  }

  /** The connection is gone, and with it what was on its way. */
  stop(): void {
    this.#speaksFor = undefined;
    this.#onTheWay.clear();
    this.#cancelWait?.();
    this.#cancelWait = undefined;
  }

  /** Whether patches are pending that can only be sent on another connection, and no others. */
  get needsAnother(): boolean {
    const speaksFor = this.#speaksFor;
    const pending = this.#ports.pending();
    return speaksFor !== undefined && pending.length > 0 && !pending.some(({ clientId }) => speaksFor.has(clientId));
  }

  /** What the person may do has changed. */
  permitted(): void {
    if (!this.#ports.mayOrder()) return;
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    this.#refusals = 0;
    this.#flush();
  }

  /** Something more is pending. What was made in one turn goes out together. */
  schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#flush();
    });
  }

  /** The server has decided these. */
  settled(patches: readonly PendingPatch[]): void {
    if (patches.length === 0) return;
    this.#refusals = 0;
    for (const { key } of patches) {
      this.#onTheWay.delete(key);
      this.#everSent.delete(key);
    }
    this.#flush();
  }

  /**
   * The server would not take a patch just now, and so takes none after it on this connection, of whatever client: they
   * are sent again after a while.
   */
  refusedForNow(clientId: string, seq: number): void {
    const pending = this.#ports.pending();
    const first = pending.findIndex((patch) => patch.clientId === clientId && patch.seq === seq);
    if (first === -1) return;
    for (const { key } of pending.slice(first)) this.#onTheWay.delete(key);
    if (this.#cancelWait !== undefined) return;
    const { clock } = this.#ports;
    const longest = Math.min(FIRST_WAIT * 2 ** this.#refusals, LONGEST_WAIT);
    this.#refusals += 1;
    // The random half keeps many tabs that were refused together from coming back together.
    this.#cancelWait = clock.after(longest * (0.5 + clock.random() / 2), () => {
      this.#cancelWait = undefined;
      this.#flush();
    });
  }

  #flush(): void {
    const speaksFor = this.#speaksFor;
    if (speaksFor === undefined || this.#cancelWait !== undefined) return;
    const mayOrder = this.#ports.mayOrder();
    if (mayOrder) this.#makeSmaller();
    const waiting: PendingPatch[] = [];
    for (const patch of this.#ports.pending()) {
      if (this.#onTheWay.size + waiting.length >= WINDOW) break;
      if (!mayOrder && !patch.decided) continue;
      if (!this.#onTheWay.has(patch.key) && speaksFor.has(patch.clientId)) waiting.push(patch);
    }
    for (const { key } of waiting) {
      this.#onTheWay.add(key);
      this.#everSent.add(key);
    }
    const own = this.#ports.clientId();
    const patches = waiting.map(({ clientId, seq, ops }) => ({ ...(clientId !== own && { clientId }), seq, ops }));
    for (const group of packPatches(patches, this.#ports.messageBytes())) this.#ports.send(group);
  }

  /** Only a deletion can take something out that was made before it. */
  #makeSmaller(): void {
    const own = this.#ports.clientId();
    const isUnsent = ({ key, clientId }: PendingPatch) => clientId === own && !this.#everSent.has(key);
    const deletes = ({ op }: PendingPatch['ops'][number]) => op === 'delete_node' || op === 'delete_edge';
    const hasDeletion = this.#ports.pending().some((patch) => isUnsent(patch) && patch.ops.some(deletes));
    if (hasDeletion) this.#ports.collapse(isUnsent);
  }
}
