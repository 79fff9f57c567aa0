/** The graph on screen as plain JSON: what a file of it holds. */
import { type GraphSnapshot, typeToJson } from '../shared/graph/snapshot';
import type { LockedSlice } from './locked';
import type { RowsSlice } from './rows';
import type { SavedSlice } from './saved';
import type { SchemaSlice } from './schema';

type Shown = Pick<RowsSlice, 'nodes' | 'edges'> & SchemaSlice & SavedSlice & LockedSlice;

export function snapshotOf(state: Shown): GraphSnapshot {
  return {
    title: state.title,
    labels: Array.from(state.labels.values(), typeToJson),
    edgeTypes: Array.from(state.edgeTypes.values(), typeToJson),
    ...(state.views.size > 0 && { views: [...state.views.values()] }),
    ...(state.rules.size > 0 && { rules: [...state.rules.values()] }),
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
