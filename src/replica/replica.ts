/**
 * A client's copy of the graph: `confirmed` as the server ordered it, and the own patches that are still `pending`.
 * What people see is confirmed with pending replayed on top. Server reconciliation (after Y. Bernier, "Latency
 * Compensating Methods in Client/Server In-game Protocol Design", 2001): roll back what is pending, apply what the
 * server says, replay what is still pending.
 *
 * Invariants (SPEC.md, R1–R5):
 *  - `view` equals confirmed plus all pending patches that are not decided, applied in order.
 *  - confirmed at version v is the graph of the log's first v patches.
 *  - an acknowledgement of a patch that applied as it was shown changes nothing in the view.
 *
 * Knows nothing of sockets, workers or React. The work of every step is that of what is touched, never of the graph;
 * of what is pending, only that is rolled back and replayed which others' patches reach.
 */
import { applyPatch, type SkippedOp } from '../shared/graph/apply-patch';
import { ChangeCollector, type NetChanges } from '../shared/graph/changes';
import { GraphDigest } from '../shared/graph/digest';
import { Graph, type GraphView } from '../shared/graph/graph';
import type { GraphLimits } from '../shared/graph/graph-limits';
import { KINDS, type Kind } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import { Overlay } from '../shared/graph/overlay';
import type { JournalEntry, RefusalCode } from '../shared/graph/recording-graph';
import type { AcceptedPatch, NackCode } from '../shared/protocol/server-messages';
import { footprintOf, isSweeping, reachedBy, writesSchema, writtenIds } from './footprint';
import { type Collapsed, type PendingPatch, PendingPatches, type TracedPatch } from './pending-patches';

/** What the server says, in the replica's terms. */
export type ServerEvent =
  /** Confirmed is to be replaced by this graph, which the replica owns from now on. */
  | { readonly type: 'reset'; readonly serverVersion: number; readonly graph: Graph }
  /** A patch in the server's order; it may be our own. */
  | { readonly type: 'patch'; readonly patch: AcceptedPatch }
  /** The server has decided our patches up to these, by client, and all their effects have been taken in. */
  | { readonly type: 'decided'; readonly lastSeqs: Readonly<Record<string, number>> }
  | {
      readonly type: 'ack';
      readonly clientId: string;
      readonly seq: number;
      readonly serverVersion: number;
      readonly skipped: readonly SkippedOp[];
    }
  | {
      readonly type: 'nack';
      readonly clientId: string;
      readonly seq: number;
      readonly code: NackCode;
      readonly reason: string;
    };

/** What the server decided of an own patch. */
export type Decision =
  | { readonly status: 'ack'; readonly serverVersion: number; readonly skipped: readonly SkippedOp[] }
  | { readonly status: 'nack'; readonly code: NackCode; readonly reason: string };

/** The person gave the patch up before the server had decided it. */
export interface GivenUp {
  readonly status: 'nack';
  readonly code: 'DISCARDED';
  readonly reason: string;
}

/**
 * What became of an own patch. `CLOSED`: the session is over, and whether the server ever had it is not known.
 * `FORBIDDEN`: it was not even taken here, because the person may only view the graph.
 */
export type Outcome =
  | Decision
  | GivenUp
  | { readonly status: 'nack'; readonly code: 'CLOSED' | 'FORBIDDEN'; readonly reason: string };

export interface SettledPatch {
  readonly patch: PendingPatch;
  readonly outcome: Decision | GivenUp;
  /** What it changed where the server put it; `undefined` when it was refused, or its place was passed over by a reset. */
  readonly effect: NetChanges | undefined;
}

export type SubmitResult =
  | { readonly status: 'pending'; readonly patch: PendingPatch; readonly changes: NetChanges }
  | { readonly status: 'refused'; readonly code: RefusalCode; readonly reason: string };

/** `lost` says why the events do not fit what the replica has; it then wants a reset, and has taken in what came before. */
export interface ReceiveResult {
  readonly changes: NetChanges;
  readonly settled: readonly SettledPatch[];
  /** Nodes and edges that others' patches removed, and whose patches: client ids by element id. */
  readonly removedBy: ReadonlyMap<string, string>;
  readonly lost: string | undefined;
}

export class Replica {
  readonly #pending: PendingPatches;
  #confirmed = new Graph();
  #overlay = new Overlay(this.#confirmed);
  #digest: GraphDigest | undefined;
  #serverVersion = 0;

  constructor(clientId: string) {
    this.#pending = new PendingPatches(clientId);
  }

  /** This tab's client: the author of the patches it makes. */
  get clientId(): string {
    return this.#pending.clientId;
  }

  /** The graph as the server ordered it. */
  get confirmed(): GraphView {
    return this.#confirmed;
  }

  /** The digest of confirmed. */
  get digest(): GraphDigest {
    this.#digest ??= new GraphDigest(this.#confirmed);
    return this.#digest;
  }

  /** The graph as the person sees it. */
  get view(): GraphView {
    return this.#overlay;
  }

  /** The version of confirmed: how many patches of the log it holds. */
  get serverVersion(): number {
    return this.#serverVersion;
  }

  get pending(): readonly PendingPatch[] {
    return this.#pending.all;
  }

  /**
   * Shows an own patch at once and keeps it pending. A patch that does not fit the graph as shown is not taken.
   * @param limits what the server holds new patches to, if it is known
   */
  submit(ops: readonly Op[], limits?: GraphLimits): SubmitResult {
    const outcome = applyPatch(this.#overlay, ops, limits);
    if (outcome.status === 'refused') return outcome;
    const patch = this.#pending.add(ops, footprintOf(ops, outcome.journal));
    const collector = new ChangeCollector();
    collector.noteAll(outcome.journal);
    return { status: 'pending', patch, changes: collector.changesTo(this.#overlay) };
  }

  /** Takes over the undecided patches of a client that is gone. They are shown, and follow what is pending already. */
  adopt(clientId: string, patches: readonly { readonly seq: number; readonly ops: readonly Op[] }[]): NetChanges {
    const step = newStep();
    const before = new Set(this.#pending.all);
    this.#pending.adopt(clientId, patches);
    this.#pending.update((patch) => (before.has(patch) ? patch : this.#replay(patch, step)));
    return step.collector.changesTo(this.#overlay);
  }

  /** The clients of which the server has forgotten patches that it once decided (`PendingPatches.forgottenAt`). */
  forgottenAt(lastSeqs: Readonly<Record<string, number>>): ReadonlySet<string> {
    return this.#pending.forgottenAt(lastSeqs);
  }

  /**
   * The server knows nothing of these clients any more (it was reset, or went back to an older state): what is pending of
   * theirs becomes this tab's, to be sent anew after the rest. If this tab's own client is among them it gets a new id.
   */
  renew(forgotten: ReadonlySet<string>, freshClientId: string): NetChanges {
    const step = newStep();
    this.#rollBack(step);
    this.#pending.renew(forgotten, freshClientId);
    this.#pending.update((patch) => this.#replay(patch, step));
    return step.collector.changesTo(this.#overlay);
  }

  /**
   * Gives up what the server has not decided; what it has decided goes on waiting for the answer. This tab's client gets
   * a new id: some of what is given up may have been sent, so its numbers cannot be used again.
   * @param reason a sentence
   */
  discard(freshClientId: string, reason: string): { changes: NetChanges; settled: readonly SettledPatch[] } {
    const step = newStep();
    this.#rollBack(step);
    for (const patch of this.#pending.discard(freshClientId)) {
      step.settled.push({ patch, outcome: { status: 'nack', code: 'DISCARDED', reason }, effect: undefined });
    }
    return { changes: step.collector.changesTo(this.#overlay), settled: step.settled };
  }

  /**
   * Makes own patches smaller that were never sent (`PendingPatches.collapse`). The view stays the same, but where a patch
   * fits again for what was taken out of it.
   */
  collapse(isUnsent: (patch: PendingPatch) => boolean): { collapsed: readonly Collapsed[]; changes: NetChanges } {
    const collapsed = this.#pending.collapse(isUnsent, (kind, id) => this.#confirmed.get(kind, id) !== undefined);
    const step = newStep();
    if (collapsed.length > 0) {
      this.#rollBack(step);
      this.#pending.update((patch) => this.#replay(patch, step));
    }
    return { collapsed, changes: step.collector.changesTo(this.#overlay) };
  }

  /** Takes in what the server said, as one step. */
  receive(events: readonly ServerEvent[]): ReceiveResult {
    const step = newStep();
    let lost: string | undefined;
    for (const event of events) {
      lost = this.#take(event, step);
      if (lost !== undefined) break;
    }
    // Where a replayed patch now writes what it did not before, what was left alone may depend on it after all.
    if (!step.rolledBack && !this.#replayReached(step)) this.#rollBack(step);
    if (step.rolledBack) this.#pending.update((patch) => this.#replay(patch, step));
    else if (this.#pending.all.length === 0) this.#overlay = new Overlay(this.#confirmed);
    const { settled, removedBy } = step;
    return { changes: step.collector.changesTo(this.#overlay), settled, removedBy, lost };
  }

  /** @returns why the event does not fit, or undefined */
  #take(event: ServerEvent, step: Step): string | undefined {
    switch (event.type) {
      case 'reset':
        return this.#reset(event.graph, event.serverVersion, step);
      case 'patch': {
        const { clientId, seq, ops, serverVersion } = event.patch;
        if (serverVersion <= this.#serverVersion) return undefined;
        if (serverVersion > this.#serverVersion + 1)
          return `version ${serverVersion} came after ${this.#serverVersion}`;
        if (this.#pending.isOurs(clientId)) {
          return this.#acknowledge(this.#pending.find(clientId, seq), ops, serverVersion, undefined, step);
        }
        return this.#confirm(ops, serverVersion, step, (journal) => {
          this.#makeWay(journal, step);
          this.#noteRemoved(journal, clientId, step);
        }).lost;
      }
      case 'decided':
        this.#pending.update((patch) => {
          const lastSeq = event.lastSeqs[patch.clientId];
          const decided = lastSeq === undefined ? patch.decided : patch.seq <= lastSeq;
          if (decided === patch.decided) return patch;
          this.#rollBack(step);
          return { ...patch, decided };
        });
        return undefined;
      case 'ack': {
        const patch = this.#pending.find(event.clientId, event.seq);
        if (patch !== undefined) {
          return this.#acknowledge(patch, patch.ops, event.serverVersion, event.skipped, step);
        }
        const isRepeated = this.#pending.wasSettled(event.clientId, event.seq);
        if (isRepeated && event.serverVersion <= this.#serverVersion) return undefined;
        return `patch ${event.seq} was acknowledged out of turn`;
      }
      case 'nack': {
        const patch = this.#pending.find(event.clientId, event.seq);
        if (patch === undefined) {
          const isRepeated = this.#pending.wasSettled(event.clientId, event.seq);
          return isRepeated ? undefined : `patch ${event.seq} was refused out of turn`;
        }
        this.#rollBack(step);
        this.#settle(patch, { status: 'nack', code: event.code, reason: event.reason }, undefined, step);
        return undefined;
      }
    }
  }

  #noteRemoved(journal: readonly JournalEntry[], clientId: string, step: Step): void {
    for (const { kind, key } of journal) {
      if (kind !== 'node' && kind !== 'edge') continue;
      if (this.#confirmed.get(kind, key) === undefined) step.removedBy.set(key, clientId);
      else step.removedBy.delete(key);
    }
  }

  /**
   * Our own patch has its place in the order. While no patch of someone else came in between, the overlay already
   * shows what confirmed now becomes, and stays as it is: nothing is replayed.
   */
  #acknowledge(
    patch: PendingPatch | undefined,
    ops: readonly Op[],
    serverVersion: number,
    skipped: readonly SkippedOp[] | undefined,
    step: Step,
  ): string | undefined {
    if (patch !== this.#pending.all[0] || patch?.decided || serverVersion <= this.#serverVersion) this.#rollBack(step);
    let found = skipped ?? [];
    let effect: NetChanges | undefined;
    if (serverVersion > this.#serverVersion) {
      if (serverVersion > this.#serverVersion + 1) return `version ${serverVersion} came after ${this.#serverVersion}`;
      const { lost, skipped: foundHere } = this.#confirm(ops, serverVersion, step, (journal) => {
        const collector = new ChangeCollector();
        collector.noteAll(journal);
        effect = collector.changesTo(this.#confirmed);
      });
      if (lost !== undefined) return lost;
      found = foundHere;
    }
    if (patch !== undefined) this.#settle(patch, { status: 'ack', serverVersion, skipped: found }, effect, step);
    return undefined;
  }

  /** @param then is told what was written, while the overlay is still as it was */
  #confirm(
    ops: readonly Op[],
    serverVersion: number,
    step: Step,
    then: (journal: readonly JournalEntry[]) => void,
  ): { lost?: string; skipped: readonly SkippedOp[] } {
    const outcome = applyPatch(this.#confirmed, ops);
    if (outcome.status === 'refused') {
      return { lost: `version ${serverVersion} does not fit: ${outcome.reason}`, skipped: [] };
    }
    this.#serverVersion = serverVersion;
    this.#digest?.touch(outcome.journal);
    this.#overlay.baseChanged();
    then(outcome.journal);
    // What the overlay hides did not change in the view.
    for (const entry of outcome.journal) {
      if (!this.#overlay.holds(entry.kind, entry.key)) step.collector.noteAll([entry]);
    }
    return { skipped: outcome.skipped };
  }

  /** Rolls back what someone else's writes bear on, and no more: the patches they reach are replayed after the step. */
  #makeWay(journal: readonly JournalEntry[], step: Step): void {
    if (step.rolledBack) return;
    if (writesSchema(journal) || this.#pending.all.some(({ ops }) => isSweeping(ops))) {
      this.#rollBack(step);
      return;
    }
    const ids = writtenIds(journal, (id) => this.#confirmed.get('edge', id));
    for (const patch of reachedBy(this.#pending.all, ids)) step.toReplay.add(patch.key);
    for (const id of ids) for (const kind of KINDS) this.#drop(kind, id, step);
  }

  #drop<K extends Kind>(kind: K, key: string, step: Step): void {
    if (!this.#overlay.holds(kind, key)) return;
    step.collector.note(kind, key, this.#overlay.get(kind, key));
    this.#overlay.drop(kind, key);
  }

  /** @returns false when a patch that was not replayed may depend on what another now writes */
  #replayReached(step: Step): boolean {
    const before = this.#pending.all;
    this.#pending.update((patch) => (step.toReplay.has(patch.key) ? this.#replay(patch, step) : patch));
    return this.#pending.all.every((patch, index) => {
      const known = before[index]?.footprint;
      const fresh = [...patch.footprint].filter((id) => patch.footprint !== known && known?.has(id) === false);
      return fresh.every((id) => !before.some((other) => !step.toReplay.has(other.key) && other.footprint.has(id)));
    });
  }

  #settle(patch: PendingPatch, outcome: Decision, effect: NetChanges | undefined, step: Step): void {
    this.#pending.remove(patch);
    step.settled.push({ patch, outcome, effect });
  }

  #rollBack(step: Step): void {
    if (step.rolledBack) return;
    step.rolledBack = true;
    for (const kind of KINDS) this.#noteTouched(kind, step);
    this.#overlay = new Overlay(this.#confirmed);
  }

  #noteTouched<K extends Kind>(kind: K, step: Step): void {
    for (const [key, value] of this.#overlay.touched(kind)) step.collector.note(kind, key, value);
  }

  /**
   * A pending patch that does not fit any more stays pending without effect: refusing it is for the server to do.
   * @returns the patch with what it touches now
   */
  #replay(patch: TracedPatch, step: Step): TracedPatch {
    if (patch.decided) return patch;
    const outcome = applyPatch(this.#overlay, patch.ops);
    if (outcome.status === 'refused') return patch;
    step.collector.noteAll(outcome.journal);
    return { ...patch, footprint: footprintOf(patch.ops, outcome.journal) };
  }

  #reset(graph: Graph, serverVersion: number, step: Step): undefined {
    this.#rollBack(step);
    for (const kind of KINDS) this.#noteReplaced(kind, graph, step);
    this.#confirmed = graph;
    this.#digest = undefined;
    this.#overlay = new Overlay(graph);
    this.#serverVersion = serverVersion;
  }

  #noteReplaced<K extends Kind>(kind: K, next: GraphView, step: Step): void {
    for (const [key, value] of this.#confirmed.entries(kind)) step.collector.note(kind, key, value);
    for (const [key] of next.entries(kind)) step.collector.note(kind, key, undefined);
  }
}

/** The bookkeeping of one `receive`. */
interface Step {
  readonly collector: ChangeCollector;
  readonly settled: SettledPatch[];
  readonly removedBy: Map<string, string>;
  /** The overlay was dropped; all that is pending is to be replayed at the end of the step. */
  rolledBack: boolean;
  /** By key: patches that were rolled back, and are to be replayed at the end of the step. */
  readonly toReplay: Set<number>;
}

function newStep(): Step {
  return {
    collector: new ChangeCollector(),
    settled: [],
    removedBy: new Map(),
    rolledBack: false,
    toReplay: new Set(),
  };
}
