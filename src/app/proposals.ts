/** Writing by query: tried on a private copy of the graph, shown as a proposal, applied as one step of the person's. */
import { spawnBrowserWorker } from '../engine/browser-worker';
import type { QueryParameters, Row } from '../engine/graph-engine';
import { runFork } from '../engine/run-fork';
import { withPlaces } from '../shared/exchange/place-new';
import type { GraphView } from '../shared/graph/graph';
import type { Position } from '../shared/graph/model';
import { toSnapshot } from '../shared/graph/snapshot';
import type { EditorStore } from '../store/editor-store';
import { NODE_SIZE } from '../store/node-size';

export interface ProposeOptions {
  readonly parameters: QueryParameters;
  /** Milliseconds after which it is stopped. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** Where new nodes go that have no place and no neighbour. */
  readonly spot: Position;
}

/** What a statement that may write returned, and how many ops its changes are; none when it would change nothing. */
export interface Proposed {
  readonly rows: readonly Row[];
  readonly changes: number;
}

/** Tries a statement that may write, and shows what it would do. Rejects with `QueryError`. */
export type Propose = (cypher: string, options: ProposeOptions) => Promise<Proposed>;

export function proposing(store: EditorStore, graph: () => GraphView): Propose {
  return async (cypher, { parameters, limitMs, signal, spot }) => {
    const view = graph();
    const run = await runFork({
      spawn: spawnBrowserWorker,
      graph: toSnapshot(view),
      cypher,
      parameters,
      limitMs,
      signal,
    });
    const ops = withPlaces(run.ops, {
      unplaced: new Set(run.unplaced),
      positionOf: (id) => view.get('node', id)?.position,
      spot,
      card: NODE_SIZE,
    });
    store.setState({ proposal: ops.length === 0 ? undefined : { ops, cypher } });
    return { rows: run.rows, changes: ops.length };
  };
}
