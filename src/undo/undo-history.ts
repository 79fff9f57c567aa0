/**
 * One person's undo and redo: a stack of own steps, each undone by ops that are made for the state they meet. An undo is
 * an edit like any other: shown at once, sent, and put in order by the server; so it works offline.
 *
 * Invariants:
 *  - Nothing that someone else wrote is changed by an undo or redo; what they wrote after the step is left as it is, and
 *    what they wrote before it comes back, even when that is only known later.
 *  - When nobody else edits, undoing all and redoing all gives the same graph again.
 */
import { hasChanges, mergeChanges, type NetChanges, NO_CHANGES } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import type { Op } from '../shared/graph/ops';
import { inverseOps, isUndoable } from './inverse-ops';
import { lateChanges } from './late-changes';
import { OthersWrites } from './others-writes';
import { splitOps } from './split-ops';
import { reversed, stepChanges } from './step-changes';

/** What came of submitting a patch. */
export interface Submitted {
  /** What it changed in the view; undefined when it was not taken. */
  readonly changes: NetChanges | undefined;
  /** What it changed in the server's order, or undefined when it was refused. Never rejects; may stay open for long. */
  readonly effect: Promise<NetChanges | undefined>;
}

export interface UndoPorts<S extends Submitted> {
  /** The graph as the person sees it now. */
  view(): GraphView;
  /** Makes a patch, and shows it at once. */
  submit(ops: readonly Op[]): S;
  /** The most ops that the server takes in a patch; undefined while it has not said. */
  opsPerPatch?(): number | undefined;
  /** `canUndo` or `canRedo` may have changed. */
  onChange(): void;
}

/**
 * What became of an undo or redo. `left` is how many elements are, wholly or in part, as others have made them since.
 * - `nothing`: there was no step.
 * - `done`: the step was taken back, but for what was left.
 * - `left`: all of it is others' by now; nothing was changed, and the step is given up.
 * - `refused`: a patch was not taken (the session is over); the step stays.
 */
export type UndoResult =
  | { readonly status: 'nothing' }
  | { readonly status: 'done'; readonly left: number }
  | { readonly status: 'left'; readonly left: number }
  | { readonly status: 'refused' };

/** One patch of a step. */
interface Part {
  /** In the server's order once that is known, as seen until then. */
  changes: NetChanges;
  /** When it was made, by the history's own count. */
  readonly moment: number;
}

interface Step {
  /** In the order they were made. */
  readonly parts: Part[];
  /** The step that undid this one, if it was undone. */
  undoneBy: Step | undefined;
  /** It is an undo: to redo is to delete the labels, edge types and properties again that it brought back. */
  readonly unmakeTypes: boolean;
}

export class UndoHistory<S extends Submitted> {
  readonly #ports: UndoPorts<S>;
  readonly #others = new OthersWrites();
  #undo: Step[] = [];
  #redo: Step[] = [];
  #moment = 0;
  #submitting = false;

  constructor(ports: UndoPorts<S>) {
    this.#ports = ports;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** What the step changed that `undo` would take back; undefined when there is none. */
  get nextUndo(): NetChanges | undefined {
    return stepChanges(this.#undo.at(-1)?.parts ?? []);
  }

  /** What `redo` would change again; undefined when there is nothing to redo. */
  get nextRedo(): NetChanges | undefined {
    const undone = stepChanges(this.#redo.at(-1)?.parts ?? []);
    return undone && reversed(undone);
  }

  /**
   * Makes an edit that can be undone. What cannot be taken back (a new label) is no step.
   * @returns what `submit` did
   */
  edit(ops: readonly Op[]): S {
    const step: Step = { parts: [], undoneBy: undefined, unmakeTypes: false };
    const submitted = this.#submit(ops, step);
    this.#done(step);
    return submitted;
  }

  /**
   * Makes an edit of any size, in as few patches as may be, as one step.
   * @returns what `submit` did with each patch; none comes after one that was not taken
   */
  editInParts(ops: readonly Op[]): S[] {
    const step: Step = { parts: [], undoneBy: undefined, unmakeTypes: false };
    const submitted: S[] = [];
    for (const patch of splitOps(ops, this.#ports.opsPerPatch?.())) {
      const one = this.#submit(patch, step);
      submitted.push(one);
      if (one.changes === undefined) break;
    }
    this.#done(step);
    return submitted;
  }

  /** Takes back the person's last step that is not undone. */
  undo(): UndoResult {
    return this.#takeBack(this.#undo, this.#redo);
  }

  /** Takes back the last undo. */
  redo(): UndoResult {
    return this.#takeBack(this.#redo, this.#undo);
  }

  /** Must be told of every change of the view, in the turn it happens; all that the history did not make is others'. */
  viewChanged(changes: NetChanges): void {
    if (!this.#submitting) this.#others.note(changes, this.#moment);
  }

  #done(step: Step): void {
    if (step.parts.length === 0) return;
    this.#undo.push(step);
    this.#redo = [];
    this.#ports.onChange();
  }

  #takeBack(from: Step[], to: Step[]): UndoResult {
    const step = from.at(-1);
    if (step === undefined) return { status: 'nothing' };
    const inverse: Step = { parts: [], undoneBy: undefined, unmakeTypes: from === this.#undo };
    let left = 0;
    for (const part of step.parts.toReversed()) {
      const back = inverseOps(part.changes, this.#ports.view(), this.#others.since(part.moment), step);
      left += back.left;
      if (!this.#submitAll(back.ops, inverse)) return { status: 'refused' };
    }
    from.pop();
    if (inverse.parts.length > 0) {
      step.undoneBy = inverse;
      to.push(inverse);
    }
    this.#ports.onChange();
    return { status: inverse.parts.length > 0 ? 'done' : 'left', left };
  }

  /** @returns whether all were taken */
  #submitAll(ops: readonly Op[], step: Step): boolean {
    return splitOps(ops, this.#ports.opsPerPatch?.()).every((patch) => this.#submit(patch, step).changes !== undefined);
  }

  /** Makes a patch, as a part of the step if it can be undone. */
  #submit(ops: readonly Op[], step: Step): S {
    this.#moment += 1;
    const submitted = this.#show(ops);
    if (submitted.changes === undefined || !isUndoable(submitted.changes, step)) return submitted;
    const part: Part = { changes: submitted.changes, moment: this.#moment };
    step.parts.push(part);
    this.#others.follow(part.changes);
    void submitted.effect.then((effect) => this.#settle(step, part, effect));
    return submitted;
  }

  #show(ops: readonly Op[]): S {
    this.#submitting = true;
    try {
      return this.#ports.submit(ops);
    } finally {
      this.#submitting = false;
    }
  }

  #settle(step: Step, part: Part, effect: NetChanges | undefined): void {
    const seen = part.changes;
    part.changes = effect ?? NO_CHANGES;
    this.#others.follow(part.changes);
    if (step.undoneBy === undefined) {
      if (!isUndoable(part.changes, step)) this.#dropIfEmpty(step);
    } else if (effect !== undefined) {
      this.#undoLate(step.undoneBy, lateChanges(seen, effect), part.moment);
    }
  }

  /** More of a step that `undoneBy` undid has come to light, of which it could not know. */
  #undoLate(undoneBy: Step, changes: NetChanges, moment: number): void {
    if (!hasChanges(changes)) return;
    let last = undoneBy;
    let isUndone = true;
    for (; last.undoneBy !== undefined; last = last.undoneBy) isUndone = !isUndone;
    if (isUndone) {
      this.#submitAll(inverseOps(changes, this.#ports.view(), this.#others.since(moment)).ops, last);
      this.#dropIfEmpty(last);
    } else {
      // It was redone; to be undone as well, the next time.
      last.parts.unshift({ changes, moment });
    }
  }

  #dropIfEmpty(step: Step): void {
    if (isUndoable(step.parts.map((part) => part.changes).reduce(mergeChanges, NO_CHANGES), step)) return;
    this.#undo = this.#undo.filter((other) => other !== step);
    this.#redo = this.#redo.filter((other) => other !== step);
    this.#ports.onChange();
  }
}
