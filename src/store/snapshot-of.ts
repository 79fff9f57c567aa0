/** The graph on screen as plain JSON: what a file of it holds. */
import { type GraphSnapshot, typeToJson } from '../shared/graph/snapshot';
import type { LockedSlice } from './locked';
import type { RowsSlice } from './rows';
import type { SchemaSlice } from './schema';

export function snapshotOf(state: Pick<RowsSlice, 'nodes' | 'edges'> & SchemaSlice & LockedSlice): GraphSnapshot {
  return {
    title: state.title,
    labels: Array.from(state.labels.values(), typeToJson),
    edgeTypes: Array.from(state.edgeTypes.values(), typeToJson),
    nodes: Array.from(state.nodes.values(), ({ id, label, position, properties }) => ({
      id,
      label,
      position,
      properties,
      ...(state.lockedNodes.has(id) && { locked: true as const }),
    })),
    edges: Array.from(state.edges.values(), ({ id, type, source, target, properties }) => ({
      id,
      type,
      source,
      target,
      properties,
    })),
  };
}
