/** Trees from the top down; what belongs to one parent lies below it. */
import { hierarchy, tree } from 'd3-hierarchy';
import { type Branch, oneTree } from './spanning-forest';
import type { Size, Vertex } from './vertices';

/** Between rows, in cells: more than one, so that edges are seen. */
const ROW = 1.25;
/** Between cousins, in cells; siblings are one apart. */
const COUSINS = 1.2;

export function placeTree(vertices: readonly Vertex[], cell: Size): void {
  const shape = tree<Branch>()
    .nodeSize([1, ROW])
    .separation((a, b) => (a.parent === b.parent ? 1 : COUSINS));
  for (const { data, x, y } of shape(hierarchy(oneTree(vertices)))) {
    if (data.vertex === undefined) continue;
    data.vertex.x = x * cell.width;
    data.vertex.y = y * cell.height;
  }
}
