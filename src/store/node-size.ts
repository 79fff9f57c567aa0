/** How large cards are drawn: edges and layouts can count on it, and nothing needs measuring. */
import type { ElementType, NodeSize } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';

/** In canvas units. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
}

/** From the smallest to the largest. Labels have those in the middle; what a measure shows goes beyond them. */
export const CARD_STEPS = ['tiny', 'small', 'medium', 'large', 'huge'] as const satisfies readonly (
  | NodeSize
  | string
)[];
export type CardStep = (typeof CARD_STEPS)[number];

/** Each with a middle in whole units. */
const CARD_SIZES = {
  tiny: { width: 128, height: 40 },
  small: { width: 160, height: 48 },
  medium: { width: 200, height: 64 },
  large: { width: 260, height: 88 },
  huge: { width: 340, height: 116 },
} as const satisfies Readonly<Record<CardStep, CardSize>>;

/** The size of a card whose label does not say, or is not known yet. */
export const NODE_SIZE: CardSize = CARD_SIZES.medium;

/** The same object for the same step. */
export function stepSize(step: CardStep): CardSize {
  return CARD_SIZES[step];
}

/** The label's own word for how large its cards are. */
export function sizeName(label: Pick<ElementType, 'style'> | undefined): NodeSize {
  return label?.style.size ?? 'medium';
}

/** The same object for the same size. */
export function sizeOf(label: Pick<ElementType, 'style'> | undefined): CardSize {
  return CARD_SIZES[sizeName(label)];
}

/** Of a new node's card, by its label's name. Those that are there may look otherwise: `node-look.ts`. */
export function cardSize(label: string, labels: ReadonlyMap<string, ElementType>): CardSize {
  return sizeOf(labels.get(foldName(label)));
}
