/**
 * One browser: what its tabs keep, and who holds which queue. The obvious model of `src/offline`: maps, and a lock that is
 * an entry in a map. What a tab notes is written when the simulation says so; a tab that crashes before loses it.
 */

import type { ConfirmedGraph, KeptRoom, PatchName, PatchQueue, RoomCopy } from '../src/offline/room-copy';
import { must } from '../src/shared/assert';
import type { Op } from '../src/shared/graph/ops';
import type { AcceptedPatch } from '../src/shared/protocol/server-messages';

type Write = (browser: Browser) => void;

export class Browser {
  base: ConfirmedGraph | undefined;
  /** By version; of the epoch of `base`. */
  readonly tail = new Map<number, AcceptedPatch>();
  /** By client id, then by seq. */
  readonly queues = new Map<string, Map<number, readonly Op[]>>();
  readonly #holders = new Map<string, object>();

  /** What a new tab finds; the queues it finds are its own from now on. */
  open(tab: object): KeptRoom {
    const { base } = this;
    const tail: AcceptedPatch[] = [];
    for (let next = (base?.version ?? 0) + 1; base !== undefined; next++) {
      const patch = this.tail.get(next);
      if (patch === undefined) break;
      tail.push(patch);
    }
    // What another tab wrote into the log waits no more, though its own tab did not live to hear so.
    for (const { clientId, seq } of tail) if (!this.#holders.has(clientId)) this.queues.get(clientId)?.delete(seq);
    return { ...(base !== undefined && { base }), tail, queues: this.adopt(tab) };
  }

  /** Takes the queues that nobody holds. */
  adopt(tab: object): PatchQueue[] {
    const free = [...this.queues].filter(([clientId, queue]) => queue.size > 0 && !this.#holders.has(clientId));
    return free.map(([clientId, queue]) => {
      this.#holders.set(clientId, tab);
      const patches = [...queue].map(([seq, ops]) => ({ seq, ops })).sort((a, b) => a.seq - b.seq);
      return { clientId, patches };
    });
  }

  hold(clientId: string, tab: object): void {
    this.#holders.set(clientId, tab);
  }

  /** A tab is gone. */
  release(tab: object): void {
    for (const [clientId, holder] of this.#holders) if (holder === tab) this.#holders.delete(clientId);
  }
}

/** What one tab notes. */
export class TabNotes implements Pick<RoomCopy, 'queued' | 'requeued' | 'confirmed' | 'replaced'> {
  readonly #writes: Write[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly tab: object,
  ) {}

  /** Writes what was noted. */
  write(): void {
    for (const write of this.#writes.splice(0)) write(this.browser);
  }

  queued(clientId: string, { seq, ops }: { readonly seq: number; readonly ops: readonly Op[] }): void {
    this.#writes.push((browser) => {
      browser.hold(clientId, this.tab);
      const queue = browser.queues.get(clientId) ?? new Map<number, readonly Op[]>();
      browser.queues.set(clientId, queue.set(seq, ops));
    });
  }

  requeued({ clientId, patches }: PatchQueue): void {
    this.#writes.push((browser) => {
      browser.hold(clientId, this.tab);
      browser.queues.set(clientId, new Map(patches.map(({ seq, ops }) => [seq, ops])));
    });
  }

  confirmed(roomEpoch: string, patches: readonly AcceptedPatch[], settled: readonly PatchName[]): void {
    this.#writes.push((browser) => {
      if (browser.base?.roomEpoch === roomEpoch)
        for (const patch of patches) browser.tail.set(patch.serverVersion, patch);
      for (const { clientId, seq } of settled) browser.queues.get(clientId)?.delete(seq);
    });
  }

  replaced(confirmed: ConfirmedGraph): void {
    this.#writes.push((browser) => {
      browser.base = must(confirmed, 'the graph');
      browser.tail.clear();
    });
  }
}
