/** What a writing query would make of the graph: shown to the person alone, until they apply it or put it away. */
import type { EdgeId, NodeId, Position } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import type { EdgeRow, NodeRow, RowsSlice } from './rows';

export interface Proposal {
  /** What applying it does: one step. */
  readonly ops: readonly Op[];
  /** The query. */
  readonly cypher: string;
}

export interface ProposalSlice {
  readonly proposal: Proposal | undefined;
}

export const NO_PROPOSAL: ProposalSlice = { proposal: undefined };

/** New nodes as they would be drawn, and what becomes of those on screen. */
export interface ProposedLook {
  readonly newNodes: readonly NodeRow[];
  readonly newEdges: readonly EdgeRow[];
  /** Nodes that stay and get other values or another place, and where they would lie. */
  readonly changedNodes: ReadonlyMap<NodeId, Position | undefined>;
  readonly changedEdges: ReadonlySet<EdgeId>;
  readonly goneNodes: ReadonlySet<NodeId>;
  /** Also those that go with a node. */
  readonly goneEdges: ReadonlySet<EdgeId>;
}

/** How a proposal is to be drawn over what is on screen. */
export function proposedLook({ ops }: Proposal, { edges }: Pick<RowsSlice, 'edges'>): ProposedLook {
  const newNodes = new Map<NodeId, NodeRow>();
  const newEdges: EdgeRow[] = [];
  const changedNodes = new Map<NodeId, Position | undefined>();
  const changedEdges = new Set<EdgeId>();
  const goneNodes = new Set<NodeId>();
  const goneEdges = new Set<EdgeId>();
  for (const op of ops) {
    switch (op.op) {
      case 'create_node':
        newNodes.set(op.nodeId, { id: op.nodeId, label: op.label, position: op.position, properties: op.properties });
        break;
      case 'create_edge': {
        const { edgeId: id, type, source, target, properties } = op;
        newEdges.push({ id, type, source, target, properties });
        break;
      }
      case 'move_node':
        changedNodes.set(op.nodeId, op.position);
        break;
      case 'set_property':
      case 'remove_property':
        if (op.on === 'edge') changedEdges.add(op.id);
        else if (!changedNodes.has(op.id)) changedNodes.set(op.id, undefined);
        break;
      case 'delete_node':
        goneNodes.add(op.nodeId);
        break;
      case 'delete_edge':
        goneEdges.add(op.edgeId);
        break;
    }
  }
  for (const { id, source, target } of edges.values()) {
    if (goneNodes.has(source) || goneNodes.has(target)) goneEdges.add(id);
  }
  return { newNodes: [...newNodes.values()], newEdges, changedNodes, changedEdges, goneNodes, goneEdges };
}

/** How many there are of each label or edge type. */
export function countByType(elements: readonly (NodeRow | EdgeRow)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const name = 'label' in element ? element.label : element.type;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
