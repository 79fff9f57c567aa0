/** What one can choose among a node's neighbours: those by each edge type and direction, and all of them. */
import type { EdgeId, NodeId } from '../../shared/graph/model';
import type { EditorState } from '../../store/editor-store';
import { isEdgeAllowed, isNodeShown } from '../../store/view-filter';
import type { Neighbours } from './ask-neighbours';

export interface NeighbourChoice {
  /** Unique among the choices. */
  readonly key: string;
  /** Undefined: all. */
  readonly type: string | undefined;
  readonly direction: 'out' | 'in';
  readonly nodes: readonly NodeId[];
  readonly edges: readonly EdgeId[];
  /** How many of the nodes are not on the canvas, or not with any of these edges. */
  readonly hidden: number;
}

type Shown = Pick<EditorState, 'nodes' | 'edges' | 'viewFilter'>;

/** @param state rows and filter; what is not among the rows yet counts as hidden */
export function neighbourChoices(groups: readonly Neighbours[], state: Shown): NeighbourChoice[] {
  const choice = (type: string | undefined, direction: 'out' | 'in', found: readonly Neighbours[]): NeighbourChoice => {
    const nodes = [...new Set(found.flatMap((each) => each.nodes))];
    const edges = [...new Set(found.flatMap((each) => each.edges))];
    return { key: `${direction} ${type ?? ''}`, type, direction, nodes, edges, hidden: hiddenOf(nodes, edges, state) };
  };
  const each = groups.map((group) => choice(group.type, group.direction, [group]));
  return groups.length > 1 ? [...each, { ...choice(undefined, 'out', groups), key: 'all' }] : each;
}

function hiddenOf(nodes: readonly NodeId[], edges: readonly EdgeId[], { viewFilter, ...rows }: Shown): number {
  const reached = new Set(
    edges.flatMap((id) => {
      const row = rows.edges.get(id);
      return row !== undefined && isEdgeAllowed(viewFilter, row) ? [row.source, row.target] : [];
    }),
  );
  return nodes.filter((id) => {
    const row = rows.nodes.get(id);
    return row === undefined || !reached.has(id) || !isNodeShown(viewFilter, row);
  }).length;
}
