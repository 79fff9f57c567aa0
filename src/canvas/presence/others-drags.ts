/**
 * Where nodes are shown that others drag. When a drag ends its node stays where it was let go, until its row says where it
 * is now: the drop is a patch, which takes its own way and time. A drop that comes to nothing is given up after a while.
 */
import { dequal } from 'dequal';
import type { Clock } from '../../shared/clock';
import type { NodeId, Position } from '../../shared/graph/model';
import type { Peer } from '../../shared/protocol/presence';

/** Milliseconds that a node waits for its row after a drag. */
const PATIENCE = 1_500;

interface Place {
  position: Position;
  /** Where the row had the node when the drag began. */
  readonly from: Position | undefined;
  /** Set once the drag is over. */
  giveUp: (() => void) | undefined;
}

/** The nodes that others drag, and where they have them. Of two who drag one node, one wins, the same all along. */
export function draggedBy(peers: Iterable<Peer>): ReadonlyMap<NodeId, Position> {
  const drags = new Map<NodeId, Position>();
  for (const { state } of peers) for (const { nodeId, position } of state.drag) drags.set(nodeId, position);
  return drags;
}

export class OthersDrags {
  readonly #clock: Clock;
  readonly #rowPosition: (id: NodeId) => Position | undefined;
  readonly #onMove: (ids: ReadonlySet<NodeId>) => void;
  readonly #places = new Map<NodeId, Place>();

  /**
   * @param rowPosition where the row has a node
   * @param onMove these nodes are to be shown elsewhere: at `placeOf`, or where that is undefined at their row's place
   */
  constructor(
    clock: Clock,
    rowPosition: (id: NodeId) => Position | undefined,
    onMove: (ids: ReadonlySet<NodeId>) => void,
  ) {
    this.#clock = clock;
    this.#rowPosition = rowPosition;
    this.#onMove = onMove;
  }

  /** Where to show a node instead of at its row's place. */
  placeOf(id: NodeId): Position | undefined {
    return this.#places.get(id)?.position;
  }

  /** Takes all drags that are in progress. */
  take(drags: ReadonlyMap<NodeId, Position>): void {
    const moved = new Set<NodeId>();
    for (const [id, { giveUp }] of this.#places) {
      if (drags.has(id) || giveUp !== undefined) continue;
      if (!this.#end(id)) moved.add(id);
    }
    for (const [id, position] of drags) if (this.#drag(id, position)) moved.add(id);
    if (moved.size > 0) this.#onMove(moved);
  }

  /** A row has come: a node whose drag is over takes its place, unless it says nothing new of it. */
  rowCame(id: NodeId, position: Position | undefined): void {
    const place = this.#places.get(id);
    if (place?.giveUp !== undefined && !dequal(position, place.from)) this.forget(id);
  }

  /** The node is shown by other rules from now on, until someone drags it again. */
  forget(id: NodeId): void {
    this.#places.get(id)?.giveUp?.();
    this.#places.delete(id);
  }

  /** @returns whether the node is elsewhere now */
  #drag(id: NodeId, position: Position): boolean {
    const place = this.#places.get(id);
    if (place !== undefined && place.giveUp === undefined) {
      if (dequal(place.position, position)) return false;
      place.position = position;
      return true;
    }
    this.forget(id);
    this.#places.set(id, { position, from: this.#rowPosition(id), giveUp: undefined });
    return true;
  }

  /** A drag is over. @returns whether the node waits for its row; if not, the row has come already */
  #end(id: NodeId): boolean {
    const place = this.#places.get(id);
    if (place === undefined || !dequal(this.#rowPosition(id), place.from)) {
      this.forget(id);
      return false;
    }
    place.giveUp = this.#clock.after(PATIENCE, () => {
      this.forget(id);
      this.#onMove(new Set([id]));
    });
    return true;
  }
}
