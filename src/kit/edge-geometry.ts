/** Where an edge is drawn: from border to border of its nodes, bent so that edges between the same two stay apart. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node's rectangle in canvas units. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface EdgePath {
  /** SVG path data. */
  readonly path: string;
  /** Where the edge's name goes. */
  readonly label: Point;
}

/** Distance between neighbouring parallel edges at their middle, in canvas units. */
const LANE_GAP = 36;

function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The point on the box's border on the way from its centre to `toward`. */
export function borderPoint(box: Box, toward: Point): Point {
  const from = centre(box);
  const [dx, dy] = [toward.x - from.x, toward.y - from.y];
  if (dx === 0 && dy === 0) return from;
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return { x: from.x + dx * Math.min(1, reach), y: from.y + dy * Math.min(1, reach) };
}

/** Lanes lie symmetrically around the straight line: 0 for one edge, ±½ for two, −1 0 1 for three … */
export function laneOffset(lane: number, lanes: number): number {
  return (lane - (lanes - 1) / 2) * LANE_GAP;
}

/**
 * The path of an edge between two nodes.
 * @param offset how far the middle is pushed aside, seen from `source` to `target` (positive is to the right)
 */
export function edgePath(source: Box, target: Box, offset: number): EdgePath {
  const [a, b] = [centre(source), centre(target)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const aside = { x: (-(b.y - a.y) / length) * offset, y: ((b.x - a.x) / length) * offset };
  // A quadratic curve's middle lies half way to its control point.
  const control = { x: (a.x + b.x) / 2 + 2 * aside.x, y: (a.y + b.y) / 2 + 2 * aside.y };
  const [from, to] = [borderPoint(source, control), borderPoint(target, control)];
  const label = {
    x: from.x / 4 + control.x / 2 + to.x / 4,
    y: from.y / 4 + control.y / 2 + to.y / 4,
  };
  const path =
    offset === 0
      ? `M${from.x} ${from.y}L${to.x} ${to.y}`
      : `M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`;
  return { path, label };
}

interface Ends {
  readonly source: string;
  readonly target: string;
}

/** The same for both directions: edges with one key are drawn side by side. */
export function pairKey({ source, target }: Ends): string {
  return source < target ? `${source} ${target}` : `${target} ${source}`;
}

/** An edge's two nodes, and its place among the edges between them. */
interface Course extends Ends {
  readonly lane: number;
  readonly lanes: number;
}

/** The path of an edge between the boxes of its nodes. */
export function coursePath({ source, target, lane, lanes }: Course, from: Box, to: Box): EdgePath {
  // Lanes are counted from one end for both directions, so that there and back do not share one.
  const offset = laneOffset(lane, lanes) * (source < target ? 1 : -1);
  return source === target ? loopPath(from, lane) : edgePath(from, to, offset);
}

/** The path of a self-loop, over the top right corner; each further one is larger. */
export function loopPath(box: Box, lane: number): EdgePath {
  // Far enough apart for their names to stand above each other, and each with an arrow head of its own.
  const size = 36 + lane * 36;
  const aside = Math.min(lane, 3) * 10;
  const [right, top] = [box.x + box.width, box.y];
  const from = { x: right - 28 - aside, y: top };
  const to = { x: right, y: top + 20 + aside };
  return {
    path: `M${from.x} ${from.y}C${from.x} ${top - size} ${right + size} ${to.y} ${to.x} ${to.y}`,
    label: { x: right + size * 0.42, y: top - size * 0.42 },
  };
}
