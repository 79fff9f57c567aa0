import type { Position } from '../graph/model';
import { LIMITS } from '../limits';

/** The nearest place that a node can have: in whole canvas units, within the canvas. `+ 0` keeps minus zero out. */
export function onCanvas({ x, y }: Position): Position {
  const nearest = (n: number) => Math.min(Math.max(Math.round(n), -LIMITS.coordinate), LIMITS.coordinate) + 0;
  return { x: nearest(x), y: nearest(y) };
}
