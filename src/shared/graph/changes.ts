/** Net changes: what differs between a graph before and after, element by element. What the engine is fed with. */
import { dequal } from 'dequal';
import type { GraphView } from './graph';
import { type Elements, KINDS, type Kind } from './model';
import type { JournalEntry } from './recording-graph';

/** One element before and after; `undefined` is "not there". The two always differ. */
export interface Change<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** The changed elements of each kind, by key. Plain maps and values: can be sent to a worker as they are. */
export type NetChanges = { readonly [K in Kind]: ReadonlyMap<string, Change<Elements[K]>> };

type MutableNetChanges = { readonly [K in Kind]: Map<string, Change<Elements[K]>> };

function emptyChanges(): MutableNetChanges {
  return {
    info: new Map(),
    label: new Map(),
    edgeType: new Map(),
    former: new Map(),
    view: new Map(),
    rule: new Map(),
    node: new Map(),
    edge: new Map(),
  };
}

export const NO_CHANGES: NetChanges = emptyChanges();

export function hasChanges(changes: NetChanges): boolean {
  return KINDS.some((kind) => changes[kind].size > 0);
}

/** Collects what elements were before a step, and afterwards says what the step came to. */
export class ChangeCollector {
  readonly #before: { readonly [K in Kind]: Map<string, Elements[K] | undefined> } = {
    info: new Map(),
    label: new Map(),
    edgeType: new Map(),
    former: new Map(),
    view: new Map(),
    rule: new Map(),
    node: new Map(),
    edge: new Map(),
  };

  /** Notes what an element was. Only the first note for an element counts. */
  note<K extends Kind>(kind: K, key: string, before: Elements[K] | undefined): void {
    const table: Map<string, Elements[K] | undefined> = this.#before[kind];
    if (!table.has(key)) table.set(key, before);
  }

  noteAll(journal: readonly JournalEntry[]): void {
    for (const entry of journal) this.note(entry.kind, entry.key, entry.before);
  }

  /** What differs in `now` from what was noted. */
  changesTo(now: GraphView): NetChanges {
    const changes = emptyChanges();
    for (const kind of KINDS) this.#collect(kind, now, changes);
    return changes;
  }

  #collect<K extends Kind>(kind: K, now: GraphView, changes: MutableNetChanges): void {
    const table: Map<string, Change<Elements[K]>> = changes[kind];
    for (const [key, before] of this.#before[kind]) {
      const after = now.get(kind, key);
      if (!dequal(before, after)) table.set(key, { before, after });
    }
  }
}

/** The net of `first`, then `second`: what changed back is left out. */
export function mergeChanges(first: NetChanges, second: NetChanges): NetChanges {
  const merged = emptyChanges();
  for (const kind of KINDS) mergeKind(kind, first, second, merged);
  return merged;
}

function mergeKind<K extends Kind>(kind: K, first: NetChanges, second: NetChanges, merged: MutableNetChanges): void {
  const table: Map<string, Change<Elements[K]>> = merged[kind];
  for (const [key, change] of first[kind]) table.set(key, change);
  for (const [key, { before, after }] of second[kind]) {
    const earlier = table.get(key);
    const from = earlier === undefined ? before : earlier.before;
    if (dequal(from, after)) table.delete(key);
    else table.set(key, { before: from, after });
  }
}

/** Everything that differs between two graphs, found by looking at all of both. */
export function diffGraphs(before: GraphView, after: GraphView): NetChanges {
  const collector = new ChangeCollector();
  const noteKind = <K extends Kind>(kind: K) => {
    for (const [key, value] of before.entries(kind)) collector.note(kind, key, value);
    for (const [key] of after.entries(kind)) collector.note(kind, key, undefined);
  };
  for (const kind of KINDS) noteKind(kind);
  return collector.changesTo(after);
}
