/**
 * Stands between the rows and the canvas and leaves out what the person hides: to the canvas, what is hidden is not there.
 * While nothing is hidden, updates pass as they are.
 */
import type { EdgeId, NodeId } from '../shared/graph/model';
import { isShownBetween } from '../store/neighbourhood';
import type { EdgeRow, NodeRow, RowsSlice, RowUpdate } from '../store/rows';
import { isFiltering, isNodeShown, type ViewFilterSlice } from '../store/view-filter';

type State = Pick<RowsSlice, 'nodes' | 'edges'> & Pick<ViewFilterSlice, 'viewFilter'>;

export class ShownRows {
  readonly #state: () => State;
  #filtering = false;
  /** While filtering: what the canvas has. */
  #nodes = new Set<NodeId>();
  #edges = new Set<EdgeId>();

  /** @param state the rows, with every update in them that was taken here, and the filter as it is now */
  constructor(state: () => State) {
    this.#state = state;
  }

  /** An update of rows, as the canvas is to take it. */
  take(update: RowUpdate): RowUpdate {
    if (!this.#filtering) return update;
    if (update.complete) return this.#complete(update.counts);
    const nodes = new Map<NodeId, NodeRow | undefined>();
    let came = false;
    for (const [id, row] of update.nodes) {
      const had = this.#nodes.has(id);
      const shown = this.#noteNode(id, row);
      if (shown || had) nodes.set(id, shown ? row : undefined);
      came ||= shown !== had;
    }
    // Where nodes came or went, edges that are there already may show or not show with them.
    const edges = came ? this.#edgesAnew(update.edges) : this.#edgesOf(update.edges);
    return { ...update, nodes, edges };
  }

  /** The filter is another one. @returns what comes and goes on the canvas; undefined: nothing */
  refilter(): RowUpdate | undefined {
    const { nodes, edges, viewFilter } = this.#state();
    if (!this.#filtering) {
      if (!isFiltering(viewFilter)) return undefined;
      this.#nodes = new Set(nodes.keys());
      this.#edges = new Set(edges.keys());
    }
    const changed = new Map<NodeId, NodeRow | undefined>();
    for (const [id, row] of nodes) {
      const had = this.#nodes.has(id);
      const shown = this.#noteNode(id, row);
      if (shown !== had) changed.set(id, shown ? row : undefined);
    }
    const changedEdges = this.#edgesAnew(new Map());
    this.#filtering = isFiltering(viewFilter);
    if (changed.size + changedEdges.size === 0) return undefined;
    return { nodes: changed, edges: changedEdges, counts: new Map(), complete: false };
  }

  #complete(counts: RowUpdate['counts']): RowUpdate {
    const { nodes, edges } = this.#state();
    this.#nodes = new Set();
    this.#edges = new Set();
    const shown = new Map([...nodes].filter(([id, row]) => this.#noteNode(id, row)));
    const shownEdges = new Map([...edges].filter(([id, row]) => this.#noteEdge(id, row)));
    return { nodes: shown, edges: shownEdges, counts, complete: true };
  }

  /** All edges that come or go, and those of the update that stay. */
  #edgesAnew(update: RowUpdate['edges']): Map<EdgeId, EdgeRow | undefined> {
    const changed = this.#edgesOf(update);
    for (const [id, row] of this.#state().edges) {
      const had = this.#edges.has(id);
      const shown = this.#noteEdge(id, row);
      if (shown !== had) changed.set(id, shown ? row : undefined);
    }
    return changed;
  }

  #edgesOf(update: RowUpdate['edges']): Map<EdgeId, EdgeRow | undefined> {
    const changed = new Map<EdgeId, EdgeRow | undefined>();
    for (const [id, row] of update) {
      const had = this.#edges.has(id);
      const shown = this.#noteEdge(id, row);
      if (shown || had) changed.set(id, shown ? row : undefined);
    }
    return changed;
  }

  #noteNode(id: NodeId, row: NodeRow | undefined): boolean {
    return noted(this.#nodes, id, row !== undefined && isNodeShown(this.#state().viewFilter, row));
  }

  #noteEdge(id: EdgeId, row: EdgeRow | undefined): boolean {
    return noted(this.#edges, id, row !== undefined && isShownBetween(this.#state().viewFilter, row, this.#nodes));
  }
}

function noted(ids: Set<string>, id: string, shown: boolean): boolean {
  if (shown) ids.add(id);
  else ids.delete(id);
  return shown;
}
