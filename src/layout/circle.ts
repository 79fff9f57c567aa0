/** One circle, on which what is joined lies close together as far as a walk along the edges allows. */
import { type Branch, spanningForest } from './spanning-forest';
import { componentsOf, type Size, type Vertex } from './vertices';

export function placeCircle(vertices: readonly Vertex[], cell: Size): void {
  const inOrder = componentsOf(vertices).flatMap((component) => walked(spanningForest(component)));
  const step = (2 * Math.PI) / Math.max(inOrder.length, 1);
  // Neighbours are a card's diagonal apart: then they do not overlap, wherever on the circle they are.
  const radius = inOrder.length < 2 ? 0 : Math.hypot(cell.width, cell.height) / (2 * Math.sin(step / 2));
  for (const [index, vertex] of inOrder.entries()) {
    vertex.x = Math.sin(index * step) * radius;
    vertex.y = -Math.cos(index * step) * radius;
  }
}

/** Each branch before what grows on it. Not recursive: a tree can be thousands of rows deep. */
function walked(roots: readonly Branch[]): Vertex[] {
  const order: Vertex[] = [];
  const ahead = roots.toReversed();
  for (let branch = ahead.pop(); branch !== undefined; branch = ahead.pop()) {
    if (branch.vertex !== undefined) order.push(branch.vertex);
    ahead.push(...branch.children.toReversed());
  }
  return order;
}
