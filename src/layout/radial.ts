/** A tree with its root in the middle, and each generation on a ring around it. */
import { type HierarchyNode, hierarchy } from 'd3-hierarchy';
import { type Branch, oneTree } from './spanning-forest';
import type { Size, Vertex } from './vertices';

/** In cells. Whatever is that far apart does not overlap, in whichever direction. */
const APART = Math.SQRT2;
const FULL_TURN = 2 * Math.PI;

type Node = HierarchyNode<Branch>;
/** The radius of a generation's ring, in cells. */
type Rings = (depth: number) => number;

/** Two ways to make room by a factor of at least 1: all rings further apart, or all of them further out. */
const WAYS: readonly ((factor: number) => Rings)[] = [
  (factor) => (depth) => APART * factor * depth,
  (factor) => (depth) => (depth === 0 ? 0 : APART * (factor + depth - 1)),
];

/** Everyone has a slice of the circle that is wide enough for them, and for all that comes after them. */
export function placeRadial(vertices: readonly Vertex[], cell: Size): void {
  const root = hierarchy(oneTree(vertices));
  const rings = smallestRings(root);
  const slices = slicesOf(root, rings);
  const sliceOf = (node: Node) => slices.get(node) ?? 0;
  // What is left of the full turn is everyone's.
  const scale = sliceOf(root) === 0 ? 1 : FULL_TURN / sliceOf(root);
  const starts = new Map([[root, 0]]);
  for (const node of root.descendants()) {
    const start = starts.get(node) ?? 0;
    const { children = [], data, depth } = node;
    const width = sliceOf(node) * scale;
    let next = start + (width - sum(children, sliceOf) * scale) / 2;
    for (const child of children) {
      starts.set(child, next);
      next += sliceOf(child) * scale;
    }
    if (data.vertex === undefined) continue;
    data.vertex.x = Math.sin(start + width / 2) * rings(depth) * cell.width;
    data.vertex.y = -Math.cos(start + width / 2) * rings(depth) * cell.height;
  }
}

/** Those with the smallest outermost ring on which everyone has room. */
function smallestRings(root: Node): Rings {
  const fits = (rings: Rings) => (slicesOf(root, rings).get(root) ?? 0) <= FULL_TURN;
  const choices = WAYS.map((way) => {
    let [tooSmall, factor] = [1, 1];
    for (; !fits(way(factor)); factor *= 2) tooSmall = factor;
    while (factor - tooSmall > factor / 100) {
      const between = (tooSmall + factor) / 2;
      if (fits(way(between))) factor = between;
      else tooSmall = between;
    }
    return way(factor);
  });
  return choices.reduce((best, rings) => (rings(root.height) < best(root.height) ? rings : best));
}

/** How wide each slice has to be, as an angle. */
function slicesOf(root: Node, rings: Rings): ReadonlyMap<Node, number> {
  const slices = new Map<Node, number>();
  root.eachAfter((node) => {
    const own = node.depth === 0 ? 0 : 2 * Math.asin(APART / 2 / rings(node.depth));
    slices.set(
      node,
      Math.max(
        own,
        sum(node.children ?? [], (child) => slices.get(child) ?? 0),
      ),
    );
  });
  return slices;
}

function sum(nodes: readonly Node[], of: (node: Node) => number): number {
  return nodes.reduce((total, node) => total + of(node), 0);
}
