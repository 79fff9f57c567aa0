/** What the ops of one patch write to: a graph that notes what each write replaced, and how a patch is left. */
import type { MutableGraph } from './graph';
import type { GraphLimits } from './graph-limits';
import type { Elements, Kind } from './model';

export const REFUSAL_CODES = [
  'NO_SUCH_LABEL',
  'NO_SUCH_EDGE_TYPE',
  'NO_SUCH_PROPERTY',
  'WRONG_TYPE',
  'NAME_TAKEN',
  'LIMIT_REACHED',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Thrown by ops that are wrong, and caught by `applyPatch` alone: the patch is refused. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    /** A sentence. */
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** One element as it was before the patch wrote to it. */
export type JournalEntry = { [K in Kind]: { kind: K; key: string; before: Elements[K] | undefined } }[Kind];

/** Writes through to a graph and notes what each write replaced. */
export class RecordingGraph {
  /** Those that were asked for, kept up to date. */
  readonly #counts = new Map<Kind, number>();

  constructor(
    private readonly graph: MutableGraph,
    private readonly journal: JournalEntry[],
    readonly limits: GraphLimits,
  ) {}

  get<K extends Kind>(kind: K, key: string): Elements[K] | undefined {
    return this.graph.get(kind, key);
  }

  /** All entries of a kind as they are now: writing while going through them is safe. */
  all<K extends Kind>(kind: K): [string, Elements[K]][] {
    return [...this.graph.entries(kind)];
  }

  count(kind: Kind): number {
    const count = this.#counts.get(kind) ?? this.graph.count(kind);
    this.#counts.set(kind, count);
    return count;
  }

  edgesAt(nodeId: string): Iterable<string> {
    return this.graph.edgesAt(nodeId);
  }

  put<K extends Kind>(kind: K, key: string, value: Elements[K] | undefined): void {
    const before = this.graph.get(kind, key);
    const count = this.#counts.get(kind);
    if (count !== undefined) this.#counts.set(kind, count + Number(value !== undefined) - Number(before !== undefined));
    this.journal.push({ kind, key, before } as JournalEntry);
    this.graph.put(kind, key, value);
  }

  /** Sees to it that there is room for one more. */
  checkRoom(kind: Kind, limit: number, words: string): void {
    if (limit < Number.POSITIVE_INFINITY && this.count(kind) >= limit)
      throw new Refusal('LIMIT_REACHED', `A graph can have at most ${limit} ${words}.`);
  }
}
