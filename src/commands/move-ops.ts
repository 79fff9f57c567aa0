/** Nodes that are to be somewhere else. */
import type { NodeId, Position } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import type { NodeRow } from '../store/rows';

type Places = ReadonlyMap<NodeId, Position>;

/** Where nodes are; those that are gone are left out. */
export function placesOf(ids: Iterable<NodeId>, rows: ReadonlyMap<NodeId, NodeRow>): Places {
  const places = new Map<NodeId, Position>();
  for (const id of ids) {
    const row = rows.get(id);
    if (row !== undefined) places.set(id, row.position);
  }
  return places;
}

/** Those of the places that are not where their nodes are already. Nodes that are gone are left out. */
export function newPlaces(places: Places, rows: ReadonlyMap<NodeId, NodeRow>): Places {
  return new Map(
    [...places].filter(([id, place]) => {
      const row = rows.get(id);
      return row !== undefined && !isSamePlace(row.position, place);
    }),
  );
}

export function moveOps(places: Places): Op[] {
  return [...places].map(([nodeId, position]) => ({ op: 'move_node', nodeId, position }));
}

export function isSamePlace(a: Position | undefined, b: Position | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y;
}
