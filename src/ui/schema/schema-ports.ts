/** What the schema panel needs of the page around it. */
import type { GraphEngine } from '../../engine/graph-engine';
import type { Clock } from '../../shared/clock';
import type { NetChanges } from '../../shared/graph/changes';
import type { Position } from '../../shared/graph/model';

/** What is to be arranged: cards of one size, and which of them are joined. */
export interface ToArrange {
  readonly cards: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
  readonly joins: readonly { readonly source: string; readonly target: string }[];
}

export interface SchemaPorts {
  readonly engine: Pick<GraphEngine, 'query'>;
  /** Has `listener` told what the engine was given; undefined: it was filled anew. @returns ends it */
  readonly onGiven: (listener: (changes: NetChanges | undefined) => void) => () => void;
  /** Where the cards' top left corners are to be. Rejects when it fails or is stopped. */
  readonly arrange: (what: ToArrange, stop: AbortSignal) => Promise<ReadonlyMap<string, Position>>;
  readonly clock: Clock;
}
