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
 * and where others' patches touch nothing that pending patches depend on, rolling back and replaying is left out.
 */
import { applyPatch, type JournalEntry, type RefusalCode, type SkippedOp } from '../shared/graph/apply-patch';
import { ChangeCollector, type NetChanges } from '../shared/graph/changes';
import { Graph, type GraphView } from '../shared/graph/graph';
import { KINDS, type Kind } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import type { AcceptedPatch, NackCode } from '../shared/protocol/server-messages';
import { Footprint } from './footprint';
import { Overlay } from './overlay';

export interface PendingPatch {
  readonly seq: number;
  readonly ops: readonly Op[];
  /** The server has an outcome for it that we have not heard; its effect, if any, is already in confirmed. */
  readonly decided: boolean;
}

/** What the server says, in the replica's terms. */
export type ServerEvent =
  /** Confirmed is to be replaced by this graph, which the replica owns from now on. */
  | { readonly type: 'reset'; readonly serverVersion: number; readonly graph: Graph }
  /** A patch in the server's order; it may be our own. */
  | { readonly type: 'patch'; readonly patch: AcceptedPatch }
  /** The server has decided our patches up to `lastSeq`, and all their effects have been taken in. */
  | { readonly type: 'decided'; readonly lastSeq: number }
  | {
      readonly type: 'ack';
      readonly seq: number;
      readonly serverVersion: number;
      readonly skipped: readonly SkippedOp[];
    }
  | { readonly type: 'nack'; readonly seq: number; readonly code: NackCode; readonly reason: string };

/** What the server decided of an own patch. */
export type Decision =
  | { readonly status: 'ack'; readonly serverVersion: number; readonly skipped: readonly SkippedOp[] }
  | { readonly status: 'nack'; readonly code: NackCode; readonly reason: string };

/** What became of an own patch. `CLOSED`: the session is over, and whether the server ever had it is not known. */
export type Outcome = Decision | { readonly status: 'nack'; readonly code: 'CLOSED'; readonly reason: string };

export interface SettledPatch {
  readonly patch: PendingPatch;
  readonly outcome: Decision;
}

export type SubmitResult =
  | { readonly status: 'pending'; readonly seq: number; readonly changes: NetChanges }
  | { readonly status: 'refused'; readonly code: RefusalCode; readonly reason: string };

/** `lost` says why the events do not fit what the replica has; it then wants a reset, and has taken in what came before. */
export interface ReceiveResult {
  readonly changes: NetChanges;
  readonly settled: readonly SettledPatch[];
  readonly lost: string | undefined;
}

export class Replica {
  readonly #clientId: string;
  #confirmed = new Graph();
  #overlay = new Overlay(this.#confirmed);
  #serverVersion = 0;
  #lastSeq = 0;
  #pending: PendingPatch[] = [];
  /** Of all that is pending. */
  readonly #footprint = new Footprint();

  constructor(clientId: string) {
    this.#clientId = clientId;
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
    return this.#pending;
  }

  /** Shows an own patch at once and keeps it pending. A patch that does not fit the graph as shown is not taken. */
  submit(ops: readonly Op[]): SubmitResult {
    const outcome = applyPatch(this.#overlay, ops);
    if (outcome.status === 'refused') return outcome;
    this.#lastSeq += 1;
    this.#pending.push({ seq: this.#lastSeq, ops, decided: false });
    this.#footprint.add(ops);
    const collector = new ChangeCollector();
    collector.noteAll(outcome.journal);
    return { status: 'pending', seq: this.#lastSeq, changes: collector.changesTo(this.#overlay) };
  }

  /** Takes in what the server said, as one step. */
  receive(events: readonly ServerEvent[]): ReceiveResult {
    const step: Step = { collector: new ChangeCollector(), settled: [], rolledBack: false };
    let lost: string | undefined;
    for (const event of events) {
      lost = this.#take(event, step);
      if (lost !== undefined) break;
    }
    if (step.rolledBack) {
      for (const patch of this.#pending) if (!patch.decided) this.#replay(patch, step);
    } else if (this.#pending.length === 0) {
      this.#overlay = new Overlay(this.#confirmed);
    }
    return { changes: step.collector.changesTo(this.#overlay), settled: step.settled, lost };
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
        if (clientId === this.#clientId) return this.#acknowledge(seq, ops, serverVersion, undefined, step);
        return this.#confirm(ops, serverVersion, step, (journal) => this.#isIndependent(journal)).lost;
      }
      case 'decided':
        this.#pending = this.#pending.map((patch) => {
          if (patch.decided || patch.seq > event.lastSeq) return patch;
          this.#rollBack(step);
          return { ...patch, decided: true };
        });
        return undefined;
      case 'ack': {
        const patch = this.#pending[0];
        if (patch === undefined || patch.seq !== event.seq) return `patch ${event.seq} was acknowledged out of turn`;
        return this.#acknowledge(event.seq, patch.ops, event.serverVersion, event.skipped, step);
      }
      case 'nack': {
        const patch = this.#pending[0];
        if (patch === undefined || patch.seq !== event.seq) return `patch ${event.seq} was refused out of turn`;
        this.#rollBack(step);
        this.#settle(patch, { status: 'nack', code: event.code, reason: event.reason }, step);
        return undefined;
      }
    }
  }

  /**
   * Our own patch has its place in the order. While no patch of someone else came in between, the overlay already
   * shows what confirmed now becomes, and stays as it is: nothing is replayed.
   */
  #acknowledge(
    seq: number,
    ops: readonly Op[],
    serverVersion: number,
    skipped: readonly SkippedOp[] | undefined,
    step: Step,
  ): string | undefined {
    const patch = this.#pending.find((candidate) => candidate.seq === seq);
    if (patch !== this.#pending[0] || patch?.decided || serverVersion <= this.#serverVersion) this.#rollBack(step);
    let found = skipped ?? [];
    if (serverVersion > this.#serverVersion) {
      if (serverVersion > this.#serverVersion + 1) return `version ${serverVersion} came after ${this.#serverVersion}`;
      const { lost, skipped: foundHere } = this.#confirm(ops, serverVersion, step, () => true);
      if (lost !== undefined) return lost;
      found = foundHere;
    }
    if (patch !== undefined) this.#settle(patch, { status: 'ack', serverVersion, skipped: found }, step);
    return undefined;
  }

  /** @param leavesOverlay whether the overlay stays what pending makes of confirmed, now that this was written */
  #confirm(
    ops: readonly Op[],
    serverVersion: number,
    step: Step,
    leavesOverlay: (journal: readonly JournalEntry[]) => boolean,
  ): { lost?: string; skipped: readonly SkippedOp[] } {
    const outcome = applyPatch(this.#confirmed, ops);
    if (outcome.status === 'refused') {
      return { lost: `version ${serverVersion} does not fit: ${outcome.reason}`, skipped: [] };
    }
    this.#serverVersion = serverVersion;
    if (!step.rolledBack && !leavesOverlay(outcome.journal)) this.#rollBack(step);
    // What the overlay hides did not change in the view.
    for (const entry of outcome.journal) {
      if (!this.#overlay.holds(entry.kind, entry.key)) step.collector.noteAll([entry]);
    }
    return { skipped: outcome.skipped };
  }

  /** Whether what someone else wrote changes neither what pending comes to nor anything the overlay holds. */
  #isIndependent(journal: readonly JournalEntry[]): boolean {
    const edgeNow = (id: string) => this.#confirmed.get('edge', id);
    return (
      !this.#footprint.isTouchedBy(journal, edgeNow) && !journal.some(({ kind, key }) => this.#overlay.holds(kind, key))
    );
  }

  #settle(patch: PendingPatch, outcome: Decision, step: Step): void {
    this.#pending = this.#pending.filter((candidate) => candidate !== patch);
    this.#footprint.remove(patch.ops);
    step.settled.push({ patch, outcome });
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

  /** A pending patch that does not fit any more stays pending without effect: refusing it is for the server to do. */
  #replay(patch: PendingPatch, step: Step): void {
    const outcome = applyPatch(this.#overlay, patch.ops);
    if (outcome.status === 'applied') step.collector.noteAll(outcome.journal);
  }

  #reset(graph: Graph, serverVersion: number, step: Step): undefined {
    this.#rollBack(step);
    for (const kind of KINDS) this.#noteReplaced(kind, graph, step);
    this.#confirmed = graph;
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
  /** The overlay was dropped; pending is to be replayed at the end of the step. */
  rolledBack: boolean;
}
