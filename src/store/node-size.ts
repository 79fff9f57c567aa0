/** How large cards are drawn: edges and layouts can count on it, and nothing needs measuring. */
import type { ElementType, NodeSize } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';

/** In canvas units. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
}

/** Each with a middle in whole units. */
const CARD_SIZES = {
  small: { width: 160, height: 48 },
  medium: { width: 200, height: 64 },
  large: { width: 260, height: 88 },
} as const satisfies Readonly<Record<NodeSize, CardSize>>;

/** The size of a card whose label does not say, or is not known yet. */
export const NODE_SIZE: CardSize = CARD_SIZES.medium;

/** The label's own word for how large its cards are. */
export function sizeName(label: Pick<ElementType, 'style'> | undefined): NodeSize {
  return label?.style.size ?? 'medium';
}

/** The same object for the same size. */
export function sizeOf(label: Pick<ElementType, 'style'> | undefined): CardSize {
  return CARD_SIZES[sizeName(label)];
}

/** Of a node's card, by its label's name. */
export function cardSize(label: string, labels: ReadonlyMap<string, ElementType>): CardSize {
  return sizeOf(labels.get(foldName(label)));
}
