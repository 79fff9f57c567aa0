/**
 * The patches that the server has not decided, in the order they are shown and sent, and the numbers they go by.
 * Most are this tab's own; some may be of clients that are gone and were adopted. Knows nothing of any graph.
 */
import type { Op } from '../shared/graph/ops';
import { collapse } from './collapse';
import { footprintOf } from './footprint';

export interface PendingPatch {
  /** Names the patch in this tab for good: `clientId` and `seq` may change until it is sent. */
  readonly key: number;
  /** This tab's client, or one that is gone and was adopted. */
  readonly clientId: string;
  readonly seq: number;
  readonly ops: readonly Op[];
  /** The server has an outcome for it that we have not heard; its effect, if any, is already in confirmed. */
  readonly decided: boolean;
}

/** A pending patch with the ids it depends on (`footprint.ts`). */
export interface TracedPatch extends PendingPatch {
  readonly footprint: ReadonlySet<string>;
}

/** What became of a pending patch from which something came out. */
export interface Collapsed {
  readonly key: number;
  /** The indexes that its ops had before; none when the patch is gone. */
  readonly kept: readonly number[];
  /** The nodes and edges that came out and that the patch touched, be it that only its deletion of a node took them. */
  readonly without: readonly string[];
}

export class PendingPatches {
  #clientId: string;
  /** The last seq that was given, by client: this tab's and those it adopted. */
  readonly #lastSeqs = new Map<string, number>();
  #lastKey = 0;
  #all: TracedPatch[] = [];

  constructor(clientId: string) {
    this.#clientId = clientId;
  }

  /** The author of the patches this tab makes. */
  get clientId(): string {
    return this.#clientId;
  }

  get all(): readonly TracedPatch[] {
    return this.#all;
  }

  /** Whether patches of this client are this tab's to send. */
  isOurs(clientId: string): boolean {
    return clientId === this.#clientId || this.#lastSeqs.has(clientId);
  }

  find(clientId: string, seq: number): TracedPatch | undefined {
    return this.#all.find((patch) => patch.seq === seq && patch.clientId === clientId);
  }

  /** Whether it names a patch that was ours and is not pending any more: what was sent twice is answered twice. */
  wasSettled(clientId: string, seq: number): boolean {
    return seq <= (this.#lastSeqs.get(clientId) ?? 0) && this.find(clientId, seq) === undefined;
  }

  /**
   * The clients of which the server has forgotten patches that it once decided: what it has not decided of theirs does
   * not go on from what it has.
   * @param lastSeqs the last seq that the server has an outcome for, by client
   */
  forgottenAt(lastSeqs: Readonly<Record<string, number>>): Set<string> {
    return new Set(Object.keys(lastSeqs).filter((clientId) => !this.#goesOnFrom(clientId, lastSeqs[clientId] ?? 0)));
  }

  #goesOnFrom(clientId: string, lastSeq: number): boolean {
    const toCome = this.#all.filter((patch) => patch.clientId === clientId && !patch.decided).map(({ seq }) => seq);
    if (clientId === this.#clientId) toCome.push((this.#lastSeqs.get(clientId) ?? 0) + 1);
    return toCome.every((seq, index) => seq === lastSeq + 1 + index);
  }

  /** Adds a patch of this tab's. */
  add(ops: readonly Op[], footprint: ReadonlySet<string>): TracedPatch {
    const patch = { ...this.#mint(ops), footprint };
    this.#all.push(patch);
    return patch;
  }

  /** Adds patches of a client that is gone, after all others. */
  adopt(clientId: string, patches: readonly { readonly seq: number; readonly ops: readonly Op[] }[]): void {
    for (const { seq, ops } of patches) {
      this.#lastKey += 1;
      this.#lastSeqs.set(clientId, seq);
      this.#all.push({ key: this.#lastKey, clientId, seq, ops, decided: false, footprint: footprintOf(ops, []) });
    }
  }

  remove(patch: PendingPatch): void {
    this.#all = this.#all.filter((candidate) => candidate !== patch);
  }

  /** Puts another patch, with the same names, in the place of each. */
  update(change: (patch: TracedPatch) => TracedPatch): void {
    this.#all = this.#all.map(change);
  }

  /**
   * The server has forgotten patches of these clients: what it has not decided of theirs becomes this tab's and goes to
   * the end. If this tab's own client is among them, it gets the fresh id.
   */
  renew(forgotten: ReadonlySet<string>, freshClientId: string): void {
    if (forgotten.has(this.#clientId)) this.#clientId = freshClientId;
    const isRenewed = ({ clientId, decided }: TracedPatch) => forgotten.has(clientId) && !decided;
    const others = this.#all.filter((patch) => !isRenewed(patch));
    const renewed = this.#all
      .filter(isRenewed)
      .map((patch) => ({ ...patch, ...this.#mint(patch.ops), key: patch.key }));
    this.#all = [...others, ...renewed];
  }

  /** Gives up what is not decided, and goes on under the fresh id. @returns what was given up, in order */
  discard(freshClientId: string): readonly TracedPatch[] {
    const givenUp = this.#all.filter(({ decided }) => !decided);
    this.#all = this.#all.filter(({ decided }) => decided);
    this.#clientId = freshClientId;
    return givenUp;
  }

  /**
   * Makes this tab's patches smaller that were never sent, nor any of its own after them: what was made and deleted
   * again in them comes out, and their `seq`s close up.
   * @param isConfirmed whether the server has the element
   */
  collapse(
    isUnsent: (patch: PendingPatch) => boolean,
    isConfirmed: (kind: 'node' | 'edge', id: string) => boolean,
  ): readonly Collapsed[] {
    const own = this.#all.filter((patch) => patch.clientId === this.#clientId);
    // Those before a patch that was sent keep their seqs: it would come after a gap.
    const unsent = own.slice(own.findLastIndex((patch) => !isUnsent(patch)) + 1);
    const left = new Map(unsent.map((patch) => [patch, patch.ops]));
    const known = new Set(this.#all.filter((patch) => !left.has(patch)).flatMap((patch) => [...patch.footprint]));
    const { kept, ends } = collapse([...left.values()], (kind, id) => known.has(id) || isConfirmed(kind, id));
    const collapsed: Collapsed[] = [];
    unsent.forEach((patch, index) => {
      const indexes = new Set(kept[index]);
      const without = [...patch.footprint].filter((id) => index <= (ends.get(id) ?? -1));
      if (indexes.size === patch.ops.length && without.length === 0) return;
      left.set(
        patch,
        patch.ops.filter((_, op) => indexes.has(op)),
      );
      collapsed.push({ key: patch.key, kept: [...indexes], without });
    });
    if (collapsed.length > 0) this.#closeUp(left);
    return collapsed;
  }

  #closeUp(left: ReadonlyMap<TracedPatch, readonly Op[]>): void {
    const [first] = left.keys();
    let seq = (first?.seq ?? 1) - 1;
    this.#all = this.#all.flatMap((patch) => {
      const ops = left.get(patch);
      if (ops === undefined) return [patch];
      if (ops.length === 0) return [];
      seq += 1;
      return [{ ...patch, seq, ops }];
    });
    this.#lastSeqs.set(this.#clientId, seq);
  }

  #mint(ops: readonly Op[]): PendingPatch {
    const seq = (this.#lastSeqs.get(this.#clientId) ?? 0) + 1;
    this.#lastSeqs.set(this.#clientId, seq);
    this.#lastKey += 1;
    return { key: this.#lastKey, clientId: this.#clientId, seq, ops, decided: false };
  }
}
