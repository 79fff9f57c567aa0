/** Boxes on the canvas: x to the right, y downwards, pixels. */
import type { Position } from '../../../../src/shared/graph/model';

/** Size of a node's card as the canvas draws it. */
export const CARD = { width: 200, height: 64 } as const;

/** A rectangle by its middle. The layouts move it in place. */
export interface Box {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How far apart, as a multiple of their present distance, two boxes must be for `gap` pixels to be between them.
 * Above 1 they are too close; boxes with the same middle give Infinity.
 */
export function stretchNeeded(a: Box, b: Box, gap: number): number {
  return Math.min(
    ((a.width + b.width) / 2 + gap) / Math.abs(a.x - b.x),
    ((a.height + b.height) / 2 + gap) / Math.abs(a.y - b.y),
  );
}

/** Moves all boxes together so that their common outline is centred on (0, 0). */
export function centre(boxes: readonly Box[]): void {
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2));
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2));
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2));
  for (const box of boxes) {
    box.x -= (left + right) / 2;
    box.y -= (top + bottom) / 2;
  }
}

/** Where a node goes whose card is this box: whole numbers, of the top left corner. */
export function topLeft(box: Box): Position {
  return { x: Math.round(box.x - box.width / 2), y: Math.round(box.y - box.height / 2) };
}
