/** Finds a place for new nodes that came without one: beside the nodes they are connected with, the others in a block. */
import type { NodeId, Position } from '../graph/model';
import type { Op } from '../graph/ops';
import { onCanvas } from './on-canvas';

export interface PlacingOptions {
  /** The nodes to be placed; the ops create them. */
  readonly unplaced: ReadonlySet<NodeId>;
  /** Where the nodes are that there are already. */
  readonly positionOf: (id: NodeId) => Position | undefined;
  /** Where those go that are connected with nothing: the middle of the block's upper left card. */
  readonly spot: Position;
  /** Of a card, in canvas units. */
  readonly card: { readonly width: number; readonly height: number };
}

/** Room that a card takes, in cards. */
const ROOM = { width: 1.3, height: 1.8 } as const;
/** How far away from a neighbour, in cards; the second ring is half as far again. */
const REACH = { width: 1.6, height: 3.2 } as const;
const PER_RING = 8;

/** The ops, with places in them. */
export function withPlaces(ops: readonly Op[], options: PlacingOptions): readonly Op[] {
  if (options.unplaced.size === 0) return ops;
  const places = placesFor(ops, options);
  return ops.map((op) => {
    const position = op.op === 'create_node' ? places.get(op.nodeId) : undefined;
    return op.op === 'create_node' && position !== undefined ? { ...op, position: onCanvas(position) } : op;
  });
}

function placesFor(
  ops: readonly Op[],
  { unplaced, positionOf, spot, card }: PlacingOptions,
): ReadonlyMap<NodeId, Position> {
  const places = new Map<NodeId, Position>();
  const taken = new Map<NodeId, number>();
  const placeOf = (id: NodeId) => places.get(id) ?? (unplaced.has(id) ? undefined : (positionOf(id) ?? made.get(id)));
  const made = new Map(ops.flatMap((op) => (op.op === 'create_node' ? [[op.nodeId, op.position] as const] : [])));
  const beside = (neighbour: NodeId, at: Position) => {
    const n = taken.get(neighbour) ?? 0;
    taken.set(neighbour, n + 1);
    const ring = 1 + Math.floor(n / PER_RING) / 2;
    const angle = (2 * Math.PI * (n % PER_RING)) / PER_RING + (ring - 1) * 0.4;
    return {
      x: Math.round(at.x + Math.cos(angle) * card.width * REACH.width * ring),
      y: Math.round(at.y + Math.sin(angle) * card.height * REACH.height * ring),
    };
  };
  const edges = ops.filter((op) => op.op === 'create_edge');
  // A chain of new nodes hangs on its placed end: each round goes one step further.
  for (let found = true; found; ) {
    found = false;
    for (const { source, target } of edges) {
      for (const [id, neighbour] of [
        [source, target],
        [target, source],
      ] as const) {
        const at = placeOf(neighbour);
        if (!unplaced.has(id) || places.has(id) || at === undefined) continue;
        places.set(id, beside(neighbour, at));
        found = true;
      }
    }
  }
  const loose = [...unplaced].filter((id) => !places.has(id));
  const columns = Math.ceil(Math.sqrt(loose.length));
  loose.forEach((id, n) => {
    places.set(id, {
      x: Math.round(spot.x + (n % columns) * card.width * ROOM.width),
      y: Math.round(spot.y + Math.floor(n / columns) * card.height * ROOM.height),
    });
  });
  return places;
}
