/**
 * Spreads overlapping boxes while keeping who is beside, above and below whom, after E. Gansner and Y. Hu, "Efficient
 * node overlap removal using a proximity stress model" (2009): the middles are joined into triangles, every side that
 * is too short asks to be longer, every other side asks to stay, and all are satisfied as well as can be; repeat.
 */
import { Delaunay } from 'd3-delaunay';
import { assert, must } from '../../../../src/shared/assert';
import { type Box, stretchNeeded } from './box';

/** A side grows by at most this much a round, so that crowded places open up evenly. */
const MOST_STRETCH = 1.5;
const ROUNDS = 2_000;
const SWEEPS_PER_ROUND = 40;

interface Side {
  readonly to: Box;
  readonly length: number;
}

/** Moves boxes in place until there are at least `gap` pixels between any two of them. */
export function spread(boxes: readonly Box[], gap: number): void {
  assert(new Set(boxes.map((box) => `${box.x} ${box.y}`)).size === boxes.length, 'two boxes have the same middle');
  for (let round = 0; round < ROUNDS; round++) {
    const pairs = triangleSides(boxes);
    const tight = (pair: readonly [Box, Box]) => stretchNeeded(...pair, gap) > 1;
    if (!pairs.some(tight)) {
      // Boxes can overlap without being neighbours by their middles.
      const more = closePairs(boxes, gap);
      if (more.length === 0) return;
      pairs.push(...more);
    }
    relax(pairs, gap);
  }
  throw new Error(`Bug: boxes still overlap after ${ROUNDS} rounds`);
}

function triangleSides(boxes: readonly Box[]): [Box, Box][] {
  const delaunay = Delaunay.from(
    boxes,
    (box) => box.x,
    (box) => box.y,
  );
  const sides: [Box, Box][] = [];
  boxes.forEach((box, i) => {
    for (const j of delaunay.neighbors(i)) if (i < j) sides.push([box, must(boxes[j], 'a neighbour')]);
  });
  return sides;
}

function closePairs(boxes: readonly Box[], gap: number): [Box, Box][] {
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b): [Box, Box][] => (stretchNeeded(a, b, gap) > 1 ? [[a, b]] : [])),
  );
}

function relax(pairs: readonly [Box, Box][], gap: number): void {
  const sidesAt = new Map<Box, Side[]>();
  const add = (from: Box, side: Side) => sidesAt.set(from, [...(sidesAt.get(from) ?? []), side]);
  for (const [a, b] of pairs) {
    // A little more than needed, so that the last round ends.
    const stretch = Math.min(Math.max(stretchNeeded(a, b, gap) * 1.005, 1), MOST_STRETCH);
    const length = Math.hypot(a.x - b.x, a.y - b.y) * stretch;
    add(a, { to: b, length });
    add(b, { to: a, length });
  }
  for (let sweep = 0; sweep < SWEEPS_PER_ROUND; sweep++) for (const [box, sides] of sidesAt) settle(box, sides);
}

/** Puts a box where its sides, weighted by 1 / length², are content: one step of stress majorization. */
function settle(box: Box, sides: readonly Side[]): void {
  let x = 0;
  let y = 0;
  let total = 0;
  for (const { to, length } of sides) {
    const weight = 1 / length ** 2;
    const ratio = length / Math.max(Math.hypot(box.x - to.x, box.y - to.y), 1e-6);
    x += weight * (to.x + (box.x - to.x) * ratio);
    y += weight * (to.y + (box.y - to.y) * ratio);
    total += weight;
  }
  box.x = x / total;
  box.y = y / total;
}
