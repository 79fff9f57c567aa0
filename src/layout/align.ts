/** Lines nodes up. All cards are of one size: where their corners are lined up, so are their middles and their far sides. */
import type { NodeId, Position } from '../shared/graph/model';
import { boxOf } from './box';

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];
export type Axis = 'x' | 'y';

type Places = ReadonlyMap<NodeId, Position>;

/** Where each is to be. `centre` is left to right, `middle` top to bottom. @param places at least one */
export function aligned(alignment: Alignment, places: Places): Places {
  const { left, top, right, bottom } = boxOf(places.values());
  const lines: Readonly<Record<Alignment, Partial<Position>>> = {
    left: { x: left },
    centre: { x: Math.round((left + right) / 2) + 0 },
    right: { x: right },
    top: { y: top },
    middle: { y: Math.round((top + bottom) / 2) + 0 },
    bottom: { y: bottom },
  };
  return new Map([...places].map(([id, place]) => [id, { ...place, ...lines[alignment] }]));
}

/** The same distance from each to the next, in the order they are in; the first and the last stay. */
export function distributed(axis: Axis, places: Places): Places {
  const across = axis === 'x' ? 'y' : 'x';
  const inOrder = [...places].sort(
    ([idA, a], [idB, b]) => a[axis] - b[axis] || a[across] - b[across] || (idA < idB ? -1 : 1),
  );
  const first = inOrder.at(0)?.[1][axis] ?? 0;
  const last = inOrder.at(-1)?.[1][axis] ?? 0;
  const step = (last - first) / Math.max(inOrder.length - 1, 1);
  return new Map(inOrder.map(([id, place], index) => [id, { ...place, [axis]: Math.round(first + index * step) + 0 }]));
}
