/** A card with others that belong to it alone: moved as one box, taken apart again when all have their places. */
import { type Box, CARD } from '../layout/box';

/** Pixels between the cards of a block. */
const GAP = 32;
const CARDS_A_ROW = 3;

export interface Block extends Box {
  /** Of the card the block is about. */
  readonly key: string;
  /** All its cards: their middles relative to the block's. */
  readonly cards: readonly { readonly key: string; readonly dx: number; readonly dy: number }[];
}

/** The block of a card, with rows of others above and below it, around a middle. */
export function blockOf(
  key: string,
  at: { readonly x: number; readonly y: number },
  above: readonly string[] = [],
  below: readonly string[] = [],
): Block {
  const rows = [...rowsOf(above), [key], ...rowsOf(below)];
  const longest = Math.max(...rows.map((row) => row.length));
  const cards = rows.flatMap((row, i) =>
    row.map((card, j) => ({
      key: card,
      dx: (j - (row.length - 1) / 2) * (CARD.width + GAP),
      dy: (i - (rows.length - 1) / 2) * (CARD.height + GAP),
    })),
  );
  const width = longest * (CARD.width + GAP) - GAP;
  return { key, x: at.x, y: at.y, width, height: rows.length * (CARD.height + GAP) - GAP, cards };
}

/** Splits keys into rows of nearly equal length. */
function rowsOf(keys: readonly string[]): string[][] {
  const count = Math.ceil(keys.length / CARDS_A_ROW);
  const length = Math.ceil(keys.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, row) => keys.slice(row * length, (row + 1) * length));
}
