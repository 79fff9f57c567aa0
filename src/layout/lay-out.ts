/** Any layout: where each card is to be, around the middle of where the cards were. The same for the same graph. */
import type { Position } from '../shared/graph/model';
import { LIMITS } from '../shared/limits';
import { boxOf } from './box';
import { placeCircle } from './circle';
import { placeForce } from './force';
import { placeGrid } from './grid';
import { placeLayered } from './layered';
import type { LayoutKind } from './layout-kinds';
import type { LayoutAnswer, LayoutRequest } from './messages';
import { pack } from './pack';
import { placeRadial } from './radial';
import { separate } from './separate';
import { placeTree } from './tree';
import { componentsOf, type Size, toVertices, type Vertex } from './vertices';

/** Between cards, in canvas units. */
const GAP: Size = { width: 48, height: 56 };

type Place = (vertices: readonly Vertex[], cell: Size) => void;

const eachPart =
  (place: Place): Place =>
  (vertices, cell) => {
    const parts = componentsOf(vertices);
    for (const part of parts) {
      place(part, cell);
      separate(part, cell);
    }
    pack(parts, cell);
  };

const PLACES: Readonly<Record<LayoutKind, Place>> = {
  force: eachPart(placeForce),
  'layered-down': eachPart((part, cell) => placeLayered(part, cell, 'down')),
  'layered-right': eachPart((part, cell) => placeLayered(part, cell, 'right')),
  'layered-up': eachPart((part, cell) => placeLayered(part, cell, 'up')),
  'layered-left': eachPart((part, cell) => placeLayered(part, cell, 'left')),
  tree: eachPart(placeTree),
  radial: eachPart(placeRadial),
  circle: placeCircle,
  grid: placeGrid,
};

/**
 * No two cards overlap afterwards, and all lie on whole canvas units. Every card gets a cell that the largest of them fits
 * into, and is in the middle of it.
 */
export function layOut({ kind, nodes, edges }: LayoutRequest): LayoutAnswer {
  const vertices = toVertices({ nodes, edges });
  if (vertices.length === 0) return new Map();
  PLACES[kind](vertices, cellFor(vertices));
  for (const vertex of vertices) {
    const { width, height } = vertex.size;
    vertex.x = Math.round(vertex.x - width / 2);
    vertex.y = Math.round(vertex.y - height / 2);
  }
  const [is, was] = [boxOf(vertices), boxOf(nodes.map(({ position }) => position))];
  const dx = shift([is.left, is.right], [was.left, was.right]);
  const dy = shift([is.top, is.bottom], [was.top, was.bottom]);
  return new Map(vertices.map(({ id, x, y }): [string, Position] => [id, { x: x + dx + 0, y: y + dy + 0 }]));
}

function cellFor(vertices: readonly Vertex[]): Size {
  let { width, height } = GAP;
  for (const { size } of vertices) {
    width = Math.max(width, size.width + GAP.width);
    height = Math.max(height, size.height + GAP.height);
  }
  return { width, height };
}

type Range = readonly [least: number, most: number];

/** By how much the new range is to be moved, in whole units: middle on middle, and nothing beyond the canvas's end. */
function shift([least, most]: Range, [wasLeast, wasMost]: Range): number {
  const centred = Math.round((wasLeast + wasMost - least - most) / 2);
  return Math.max(-LIMITS.coordinate - least, Math.min(LIMITS.coordinate - most, centred));
}
