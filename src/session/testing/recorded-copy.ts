/**
 * Stands in for the offline copy: plays what it is told on plain lists, and minds at once what could not be kept. What a
 * browser would have kept after each turn is what it holds then.
 */

import type { ConfirmedGraph, PatchName, PatchQueue, RoomCopy } from '../../offline/room-copy';
import type { Replica } from '../../replica/replica';
import { must } from '../../shared/assert';
import { applyPatch } from '../../shared/graph/apply-patch';
import { canonicalGraph } from '../../shared/graph/canonical';
import { Graph } from '../../shared/graph/graph';
import { fromSnapshot } from '../../shared/graph/snapshot';
import type { ClientPatch } from '../../shared/protocol/client-messages';
import type { AcceptedPatch } from '../../shared/protocol/server-messages';

export class RecordedCopy implements Pick<RoomCopy, 'queued' | 'requeued' | 'confirmed' | 'replaced'> {
  /** What could not be kept as it was told, or was not what the tab had, in words. Empty when all is well. */
  readonly faults: string[] = [];
  #roomEpoch: string | undefined;
  #version = 0;
  #graph = new Graph();
  readonly #queues = new Map<string, readonly ClientPatch[]>();

  queued(clientId: string, { seq, ops }: ClientPatch): void {
    const queue = this.#queues.get(clientId) ?? [];
    if (queue.some((other) => other.seq >= seq)) this.faults.push(`patch ${seq} was queued behind a later one`);
    this.#queues.set(clientId, [...queue, { seq, ops }]);
  }

  requeued({ clientId, patches }: PatchQueue): void {
    if (patches.length === 0) this.#queues.delete(clientId);
    else this.#queues.set(clientId, patches);
  }

  confirmed(roomEpoch: string, patches: readonly AcceptedPatch[], settled: readonly PatchName[]): void {
    if (patches.length > 0 && roomEpoch !== this.#roomEpoch) this.faults.push(`a log of another room: ${roomEpoch}`);
    for (const patch of patches) this.#append(patch);
    for (const { clientId, seq } of settled) {
      const queue = this.#queues.get(clientId) ?? [];
      if (!queue.some((patch) => patch.seq === seq)) this.faults.push(`patch ${seq} was settled, and did not wait`);
      this.requeued({ clientId, patches: queue.filter((patch) => patch.seq !== seq) });
    }
  }

  replaced({ roomEpoch, version, graph }: ConfirmedGraph): void {
    this.#roomEpoch = roomEpoch;
    this.#version = version;
    this.#graph = fromSnapshot(graph);
  }

  /** The queues, as a tab would find them that adopts them. */
  get queues(): PatchQueue[] {
    return Array.from(this.#queues, ([clientId, patches]) => ({ clientId, patches }));
  }

  /** The only queue there is. */
  get queue(): PatchQueue {
    return must(this.queues[0], 'a queue');
  }

  /** Sees to it that another tab would find what this one has. */
  compare(replica: Replica): void {
    if (this.#version !== replica.serverVersion) {
      this.faults.push(`kept version ${this.#version}, not ${replica.serverVersion}`);
    }
    if (canonicalGraph(this.#graph) !== canonicalGraph(replica.confirmed)) this.faults.push('another graph is kept');
    const kept = this.queues.flatMap(({ clientId, patches }) => patches.map((patch) => ({ clientId, ...patch })));
    const pending = replica.pending.map(({ clientId, seq, ops }) => ({ clientId, seq, ops }));
    if (inOrder(kept) !== inOrder(pending)) this.faults.push(`kept ${inOrder(kept)}, not ${inOrder(pending)}`);
  }

  #append(patch: AcceptedPatch): void {
    const next = this.#version + 1;
    if (patch.serverVersion !== next) this.faults.push(`version ${patch.serverVersion} was told instead of ${next}`);
    const outcome = applyPatch(this.#graph, patch.ops);
    if (outcome.status === 'refused') this.faults.push(`version ${patch.serverVersion} does not fit`);
    this.#version = patch.serverVersion;
  }
}

/** Patches as text, those of one client together and in their order. */
function inOrder(patches: readonly { readonly clientId: string }[]): string {
  return JSON.stringify(patches.toSorted((a, b) => (a.clientId < b.clientId ? -1 : a.clientId > b.clientId ? 1 : 0)));
}
