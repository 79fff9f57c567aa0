/** Nodes on their way to other places: an animation that nothing is decided by. */
import type { NodeId, Position } from '../shared/graph/model';

type Places = ReadonlyMap<NodeId, Position>;

/** Milliseconds. */
const DURATION = 400;

export interface Glide {
  readonly from: Places;
  /** Nodes that are not in `from` are there at once. */
  readonly to: Places;
  /** Called for each frame, the last one with `to` itself. */
  readonly show: (places: Places) => void;
  /** Whoever asks for less motion sees only the end. */
  readonly still: boolean;
}

/** Resolves when the nodes are there. Rejects when it is stopped. */
export function glide({ from, to, show, still }: Glide, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // Frames are not drawn in a page that is not seen.
    if (still || document.hidden) {
      show(to);
      return resolve();
    }
    const start = performance.now();
    const draw = () => {
      if (stop.aborted) return reject(new Error('the animation was stopped'));
      const share = (performance.now() - start) / DURATION;
      if (share >= 1) {
        show(to);
        return resolve();
      }
      show(between(from, to, eased(share)));
      requestAnimationFrame(draw);
    };
    draw();
  });
}

/** Slow at both ends. */
function eased(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
}

function between(from: Places, to: Places, share: number): Places {
  const places = new Map<NodeId, Position>();
  for (const [id, end] of to) {
    const start = from.get(id) ?? end;
    places.set(id, { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share });
  }
  return places;
}
