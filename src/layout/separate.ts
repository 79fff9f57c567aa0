/** Moves cards off each other, as little as may be. */
import { CellGrid } from './cell-grid';
import type { Size, Vertex } from './vertices';

/** How often all that overlap are pushed apart before those that still do are put elsewhere. */
const ROUNDS = 60;

/** Afterwards no two cells overlap. */
export function separate(vertices: readonly Vertex[], cell: Size): void {
  for (let round = 0; round < ROUNDS; round += 1) if (!pushApart(vertices, cell)) return;
  settle(vertices, cell);
}

/** Each two that overlap, along the axis on which they do least. @returns whether any did */
function pushApart(vertices: readonly Vertex[], cell: Size): boolean {
  const grid = new CellGrid(cell, vertices);
  let any = false;
  for (const a of vertices) {
    for (const b of grid.near(a)) {
      if (a.id >= b.id || !grid.overlap(a, b)) continue;
      any = true;
      const [x, y] = [b.x - a.x, b.y - a.y];
      const [tooNearX, tooNearY] = [cell.width - Math.abs(x), cell.height - Math.abs(y)];
      if (tooNearX / cell.width < tooNearY / cell.height) {
        const push = (tooNearX / 2) * (x < 0 ? -1 : 1);
        a.x -= push;
        b.x += push;
      } else {
        const push = (tooNearY / 2) * (y < 0 ? -1 : 1);
        a.y -= push;
        b.y += push;
      }
    }
  }
  return any;
}

/** One after the other: where it is, or where it is free nearby. */
function settle(vertices: readonly Vertex[], cell: Size): void {
  const grid = new CellGrid(cell);
  for (const vertex of vertices) {
    const [x, y] = freePlace(vertex, cell, grid);
    vertex.x = x;
    vertex.y = y;
    grid.add(vertex);
  }
}

/** There always is one: what is placed is in the way of a few places only, and they go on for ever. */
function freePlace({ x, y }: Vertex, { width, height }: Size, grid: CellGrid): [number, number] {
  for (let ring = 0; ; ring += 1) {
    for (let column = -ring; column <= ring; column += 1) {
      // Of the columns between the outermost ones, only the ends belong to the ring.
      const step = Math.abs(column) === ring ? 1 : 2 * ring;
      for (let row = -ring; row <= ring; row += Math.max(step, 1)) {
        const place = { x: x + column * width, y: y + row * height };
        if (grid.isFree(place)) return [place.x, place.y];
      }
    }
  }
}
