/** What a picture shows: the whole graph, or what is selected. */
import type { EdgeId, ElementType, NodeId } from '../shared/graph/model';
import type { EdgeRow, NodeRow, RowsSlice } from '../store/rows';
import type { SchemaSlice } from '../store/schema';

export interface PictureContent {
  readonly title: string | undefined;
  /** By folded name. */
  readonly labels: ReadonlyMap<string, ElementType>;
  readonly edgeTypes: ReadonlyMap<string, ElementType>;
  readonly nodes: readonly NodeRow[];
  /** Both ends of each are among the nodes. */
  readonly edges: readonly EdgeRow[];
}

type State = Pick<RowsSlice, 'nodes' | 'edges'> & SchemaSlice;

export function wholeGraph({ title, labels, edgeTypes, nodes, edges }: State): PictureContent {
  return { title, labels, edgeTypes, nodes: [...nodes.values()], edges: [...edges.values()] };
}

interface Selection {
  readonly selectedNodes: readonly NodeId[];
  readonly selectedEdges: readonly EdgeId[];
}

/**
 * The selected nodes and all edges among them. Where edges alone are selected, these and their ends: with nodes, the canvas
 * selects all edges that lead away from them, too.
 */
export function selectedPart(state: State & Selection): PictureContent {
  const { title, labels, edgeTypes } = state;
  const chosen = state.selectedEdges.flatMap((id) => state.edges.get(id) ?? []);
  const ids = new Set(
    state.selectedNodes.length > 0 ? state.selectedNodes : chosen.flatMap(({ source, target }) => [source, target]),
  );
  const among = (edge: EdgeRow) => ids.has(edge.source) && ids.has(edge.target);
  const edges = state.selectedNodes.length > 0 ? [...state.edges.values()].filter(among) : chosen;
  return { title, labels, edgeTypes, nodes: [...ids].flatMap((id) => state.nodes.get(id) ?? []), edges };
}
