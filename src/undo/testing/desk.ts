/** A history over a plain graph that others can edit too: all of it in the server's order at once. */
import { expect } from 'vitest';
import { applyPatch } from '../../shared/graph/apply-patch';
import { ChangeCollector, type NetChanges } from '../../shared/graph/changes';
import { Graph } from '../../shared/graph/graph';
import type { Op } from '../../shared/graph/ops';
import type { JournalEntry } from '../../shared/graph/recording-graph';
import { type Submitted, UndoHistory, type UndoResult } from '../undo-history';

export const NOT_TAKEN: Submitted = { changes: undefined, effect: Promise.resolve(undefined) };

/** Applies a patch and says what it changed; undefined when it was refused. */
export function apply(graph: Graph, ops: readonly Op[]): NetChanges | undefined {
  const outcome = applyPatch(graph, ops);
  return outcome.status === 'refused' ? undefined : changesOf(graph, outcome.journal);
}

function changesOf(graph: Graph, journal: readonly JournalEntry[]): NetChanges {
  const collector = new ChangeCollector();
  collector.noteAll(journal);
  return collector.changesTo(graph);
}

export class Desk {
  readonly graph = new Graph();
  readonly history: UndoHistory<Submitted>;
  /** What the last undo or redo submitted. */
  readonly patches: (readonly Op[])[] = [];
  /** Is told of what each patch changed, once it is in. */
  onChanges: (changes: NetChanges, by: 'me' | 'others') => void = () => {};
  /** Whether patches are turned down, as by a session that is over. */
  closed = false;
  #undoing = false;

  /** @param start ops that make the graph to begin with; they are nobody's steps */
  constructor(...start: Op[]) {
    expect(apply(this.graph, start)).toBeDefined();
    this.history = new UndoHistory({ view: () => this.graph, submit: (ops) => this.#submit(ops), onChange: () => {} });
  }

  /** An own edit. */
  edit(...ops: Op[]): void {
    this.history.edit(ops);
  }

  /** An edit by someone else; one that is refused changes nothing. */
  others(...ops: Op[]): void {
    const changes = apply(this.graph, ops);
    if (changes === undefined) return;
    this.history.viewChanged(changes);
    this.onChanges(changes, 'others');
  }

  /** Undoes or redoes, and sees to it that every op counts. */
  turn(which: 'undo' | 'redo'): UndoResult {
    this.patches.length = 0;
    this.#undoing = true;
    const result = this.history[which]();
    this.#undoing = false;
    return result;
  }

  #submit(ops: readonly Op[]): Submitted {
    if (this.closed) return NOT_TAKEN;
    this.patches.push(ops);
    const outcome = applyPatch(this.graph, ops);
    if (this.#undoing) expect(outcome).toMatchObject({ status: 'applied', skipped: [] });
    if (outcome.status === 'refused') return NOT_TAKEN;
    const changes = changesOf(this.graph, outcome.journal);
    this.history.viewChanged(changes);
    this.onChanges(changes, 'me');
    return { changes, effect: Promise.resolve(changes) };
  }
}

/** What the patch would change; the graph stays as it is. Undefined when it would be refused. */
export function rehearse(graph: Graph, ops: readonly Op[]): NetChanges | undefined {
  const outcome = applyPatch(graph, ops);
  if (outcome.status === 'refused') return undefined;
  const changes = changesOf(graph, outcome.journal);
  for (const { kind, key, before } of outcome.journal.toReversed()) graph.put(kind, key, before);
  return changes;
}
