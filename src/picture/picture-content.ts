/** What a picture shows: the whole graph, or what is selected. */
import type { EdgeId, NodeId } from '../shared/graph/model';
import type { EdgeLookRules } from '../store/edge-look';
import type { LookRules } from '../store/node-look';
import type { EdgeRow, NodeRow, RowsSlice } from '../store/rows';
import type { SchemaSlice } from '../store/schema';

export interface PictureContent extends LookRules, EdgeLookRules {
  readonly title: string | undefined;
  readonly nodes: readonly NodeRow[];
  /** Both ends of each are among the nodes. */
  readonly edges: readonly EdgeRow[];
}

type State = Pick<RowsSlice, 'nodes' | 'edges'> & SchemaSlice & LookRules & EdgeLookRules;

function looksIn({ title, labels, measure, edgeTypes, ruled }: Omit<State, 'nodes' | 'edges'>) {
  return { title, labels, measure, edgeTypes, ruled };
}

export function wholeGraph({ nodes, edges, ...state }: State): PictureContent {
  return { ...looksIn(state), nodes: [...nodes.values()], edges: [...edges.values()] };
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
  const chosen = state.selectedEdges.flatMap((id) => state.edges.get(id) ?? []);
  const ids = new Set(
    state.selectedNodes.length > 0 ? state.selectedNodes : chosen.flatMap(({ source, target }) => [source, target]),
  );
  const among = (edge: EdgeRow) => ids.has(edge.source) && ids.has(edge.target);
  const edges = state.selectedNodes.length > 0 ? [...state.edges.values()].filter(among) : chosen;
  return { ...looksIn(state), nodes: [...ids].flatMap((id) => state.nodes.get(id) ?? []), edges };
}
