/** Puts parts that nothing joins beside and below each other, close but never on each other. */
import { boxOf } from './box';
import type { Size, Vertex } from './vertices';

/** How much wider than high the whole is to be, as screens are. */
const WIDE = 1.6;

interface Part {
  readonly vertices: readonly Vertex[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Columns of parts in a row that is as high as its first part. */
interface Row {
  readonly top: number;
  readonly height: number;
  left: number;
  columnWidth: number;
  /** How much of the column is taken. */
  filled: number;
}

/** @param parts in each of which no two cells overlap */
export function pack(parts: readonly (readonly Vertex[])[], cell: Size): void {
  const boxes = parts.map((vertices): Part => {
    const { left, top, right, bottom } = boxOf(vertices);
    // A part of one card needs no more room than its cell.
    const margin = vertices.length > 1 ? cell.height / 2 : 0;
    return {
      vertices,
      left,
      top,
      width: right - left + cell.width + margin,
      height: bottom - top + cell.height + margin,
    };
  });
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const most = Math.max(Math.sqrt(area * WIDE), ...boxes.map(({ width }) => width));
  const highestFirst = boxes.toSorted((a, b) => b.height - a.height);
  let row: Row = { top: 0, height: 0, left: 0, columnWidth: 0, filled: 0 };
  for (const part of highestFirst) {
    if (row.filled + part.height > row.height || part.width > row.columnWidth) {
      const left = row.left + row.columnWidth;
      row =
        left > 0 && left + part.width <= most
          ? { ...row, left, columnWidth: part.width, filled: 0 }
          : { top: row.top + row.height, height: part.height, left: 0, columnWidth: part.width, filled: 0 };
    }
    move(part, row.left, row.top + row.filled);
    row.filled += part.height;
  }
}

function move({ vertices, left, top }: Part, toLeft: number, toTop: number): void {
  for (const vertex of vertices) {
    vertex.x += toLeft - left;
    vertex.y += toTop - top;
  }
}
