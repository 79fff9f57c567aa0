/** Lines nodes up, by the borders or the middles of their cards. */
import type { NodeId, Position } from '../shared/graph/model';
import type { Size } from './vertices';

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];
export type Axis = 'x' | 'y';

type Places = ReadonlyMap<NodeId, Position>;
/** Where cards are, and how large. */
export type Cards = ReadonlyMap<NodeId, Position & Size>;

const LENGTHS = { x: 'width', y: 'height' } as const satisfies Readonly<Record<Axis, keyof Size>>;

/** Along which axis cards move, and which part of each comes to lie on the line: 0 where it begins, 1 where it ends. */
const LINES: Readonly<Record<Alignment, { readonly axis: Axis; readonly part: number }>> = {
  left: { axis: 'x', part: 0 },
  centre: { axis: 'x', part: 0.5 },
  right: { axis: 'x', part: 1 },
  top: { axis: 'y', part: 0 },
  middle: { axis: 'y', part: 0.5 },
  bottom: { axis: 'y', part: 1 },
};

/** Where each is to be. `centre` is left to right, `middle` top to bottom. @param cards at least one */
export function aligned(alignment: Alignment, cards: Cards): Places {
  const { axis, part } = LINES[alignment];
  const length = LENGTHS[axis];
  let [least, most] = [Infinity, -Infinity];
  for (const card of cards.values()) {
    least = Math.min(least, card[axis]);
    most = Math.max(most, card[axis] + card[length]);
  }
  const line = least + (most - least) * part;
  return new Map([...cards].map(([id, card]) => [id, along(axis, card, line - card[length] * part)]));
}

/** The same distance from the middle of each to the next, in the order they are in; the first and the last stay. */
export function distributed(axis: Axis, cards: Cards): Places {
  const across = axis === 'x' ? 'y' : 'x';
  const middle = (card: Position & Size) => card[axis] + card[LENGTHS[axis]] / 2;
  const inOrder = [...cards].sort(
    ([idA, a], [idB, b]) => middle(a) - middle(b) || a[across] - b[across] || (idA < idB ? -1 : 1),
  );
  const [first, last] = [inOrder.at(0), inOrder.at(-1)].map((card) => (card === undefined ? 0 : middle(card[1])));
  const step = ((last ?? 0) - (first ?? 0)) / Math.max(inOrder.length - 1, 1);
  return new Map(
    inOrder.map(([id, card], index) => [id, along(axis, card, (first ?? 0) + index * step - card[LENGTHS[axis]] / 2)]),
  );
}

/** The place moved along one axis, to a whole unit. `+ 0` keeps minus zero out. */
function along(axis: Axis, { x, y }: Position, to: number): Position {
  return { x, y, [axis]: Math.round(to) + 0 };
}
