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
  /** Where it begins and where it ends. */
  readonly ends: readonly [Point, Point];
  readonly label: NamePlace;
}

/** Where an edge's name goes: with its middle at this point, along the line. */
export interface NamePlace extends Point {
  /** By how much it is turned, in degrees clockwise; never so far that it stands on its head. */
  readonly angle: number;
  /** How long it may be without lying on a node. */
  readonly room: number;
  /** There are other edges between the two nodes: beside the line there is no room. */
  readonly crowded: boolean;
}

/** Distance between neighbouring parallel edges at their middle, and at most at their ends, in canvas units. */
const [LANE_GAP, END_GAP] = [36, 7];
/** What the ends of edges keep from a node's corners. */
const CORNER = 8;
/** Between a name and the nodes at both ends: the arrow head is there, too. */
const NAME_MARGIN = 16;

function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * The point on the box's border on the way to `toward`.
 * @param from where in the box the way begins; its centre unless given
 */
export function borderPoint(box: Box, toward: Point, from = centre(box)): Point {
  const [dx, dy] = [toward.x - from.x, toward.y - from.y];
  const reach = Math.min(reachOf(from.x, dx, box.x, box.width), reachOf(from.y, dy, box.y, box.height), 1);
  return { x: from.x + dx * reach, y: from.y + dy * reach };
}

/** How many steps it takes from a place within a range to its end. */
function reachOf(place: number, step: number, start: number, length: number): number {
  if (step === 0) return Number.POSITIVE_INFINITY;
  return (step > 0 ? start + length - place : place - start) / Math.abs(step);
}

/** Lanes lie symmetrically around the straight line: 0 for one edge, ±½ for two, −1 0 1 for three … */
export function lanePlace(lane: number, lanes: number): number {
  return lane - (lanes - 1) / 2;
}

/**
 * The path of an edge between two nodes.
 * @param place its place among the edges between them (`lanePlace`), seen from `source` to `target`: positive is to the right
 * @param lanes how many edges there are between them
 */
export function edgePath(source: Box, target: Box, place: number, lanes: number): EdgePath {
  const [a, b] = [centre(source), centre(target)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const aside = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  const middle = between(borderPoint(source, b), borderPoint(target, a));
  // A quadratic curve's middle lies half way to its control point.
  const control = moved(middle, aside, 2 * LANE_GAP * place);
  const end = (box: Box, at: Point) => borderPoint(box, control, moved(at, aside, endGap(box, aside, lanes) * place));
  const [from, to] = [end(source, a), end(target, b)];
  const path =
    place === 0
      ? `M${from.x} ${from.y}L${to.x} ${to.y}`
      : `M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`;
  return { path, ends: [from, to], label: { ...quarters(from, control, to), ...along(from, to), crowded: lanes > 1 } };
}

function moved({ x, y }: Point, direction: Point, by: number): Point {
  return { x: x + direction.x * by, y: y + direction.y * by };
}

/** Of the way that is free: half way between the centres may lie in the larger of two boxes. */
function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** How far apart edges end on a box: less where many would not find room. */
function endGap(box: Box, aside: Point, lanes: number): number {
  const room = Math.min(
    (box.width / 2 - CORNER) / Math.abs(aside.x || 1e-9),
    (box.height / 2 - CORNER) / Math.abs(aside.y || 1e-9),
  );
  return Math.min(END_GAP, room / Math.max(lanePlace(lanes - 1, lanes), 1));
}

/** The middle of a quadratic curve. */
function quarters(from: Point, control: Point, to: Point): Point {
  return { x: from.x / 4 + control.x / 2 + to.x / 4, y: from.y / 4 + control.y / 2 + to.y / 4 };
}

/** A name between two points: turned with the line, but to be read from left to right, or upwards. */
function along(from: Point, to: Point): Pick<NamePlace, 'angle' | 'room'> {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const upright = angle >= 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
  return { angle: upright, room: Math.max(0, Math.hypot(to.x - from.x, to.y - from.y) - 2 * NAME_MARGIN) };
}

interface Ends {
  readonly source: string;
  readonly target: string;
}

/** The same for both directions: edges with one key are drawn side by side. */
export function pairKey({ source, target }: Ends): string {
  return source < target ? `${source} ${target}` : `${target} ${source}`;
}

/** The edges, with those between the same two nodes together, in both directions. */
export function sideBySide<E extends Ends>(edges: readonly E[]): E[][] {
  const pairs = new Map<string, E[]>();
  for (const edge of edges) {
    const key = pairKey(edge);
    const others = pairs.get(key);
    if (others === undefined) pairs.set(key, [edge]);
    else others.push(edge);
  }
  return [...pairs.values()];
}

/** An edge's two nodes, and its place among the edges between them. */
export interface Course extends Ends {
  readonly lane: number;
  readonly lanes: number;
}

/** The path of an edge between the boxes of its nodes. */
export function coursePath({ source, target, lane, lanes }: Course, from: Box, to: Box): EdgePath {
  if (source === target) return loopPath(from, lane, lanes);
  // Lanes are counted from one end for both directions, so that there and back do not share one.
  return edgePath(from, to, lanePlace(lane, lanes) * (source < target ? 1 : -1), lanes);
}

/** How far the smallest self-loop reaches out, and how much further each next one; where they begin, from the corner. */
const [LOOP, LOOP_GAP, LOOP_FOOT] = [36, 44, 22];

/** The path of a self-loop, over the top right corner; each further one is larger. */
export function loopPath(box: Box, lane: number, lanes: number): EdgePath {
  const size = LOOP + lane * LOOP_GAP;
  // Each has an arrow head of its own, as far as the side has room.
  const gap = Math.min(10, (box.height - CORNER - LOOP_FOOT) / Math.max(1, lanes - 1));
  const foot = LOOP_FOOT + lane * gap;
  const [right, top] = [box.x + box.width, box.y];
  const [from, to] = [
    { x: right - foot, y: top },
    { x: right, y: top + foot },
  ];
  const [out, back] = [
    { x: from.x, y: top - size },
    { x: right + size, y: to.y },
  ];
  const label = { x: (from.x + 3 * out.x + 3 * back.x + to.x) / 8, y: (from.y + 3 * out.y + 3 * back.y + to.y) / 8 };
  return {
    ends: [from, to],
    path: `M${from.x} ${from.y}C${out.x} ${out.y} ${back.x} ${back.y} ${to.x} ${to.y}`,
    label: { ...label, angle: 45, room: size, crowded: true },
  };
}
