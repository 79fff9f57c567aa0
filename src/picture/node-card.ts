/** A node's card as SVG: colour and first letter of its label, its caption, its label. */
import { colorOf } from '../kit/colors';
import { firstCharacter, fitText } from '../kit/fit-text';
import type { ElementType } from '../shared/graph/model';
import { captionOf } from '../store/caption';
import { NODE_SIZE } from '../store/node-size';
import type { NodeRow } from '../store/rows';
import { PAINT } from './paint';
import { element, xmlText } from './xml';

const TILE = { size: 40, inset: 12, radius: 6 } as const;
const WORDS_X = TILE.inset + TILE.size + 12;
const WORDS_WIDTH = NODE_SIZE.width - WORDS_X - 12;
const MIDDLE = NODE_SIZE.height / 2;
const CAPTION = 14;
const LABEL = 12;

const line = (text: string, y: number, size: number, look: Readonly<Record<string, string | number>>) =>
  element(
    'text',
    { x: WORDS_X, y, 'font-size': size, 'dominant-baseline': 'central', ...look },
    xmlText(fitText(text, size, WORDS_WIDTH)),
  );

/** The whole caption is in the card's `title`, which viewers show at the pointer. */
export function nodeCard({ label: name, position, properties }: NodeRow, label: ElementType | undefined): string {
  const caption = captionOf(label, properties);
  const initial = xmlText(firstCharacter(name).toUpperCase());
  const words =
    caption === undefined
      ? [line(name, MIDDLE, CAPTION, { fill: PAINT.inkSoft })]
      : [
          line(caption, MIDDLE - 9, CAPTION, { fill: PAINT.ink, 'font-weight': 600 }),
          line(name, MIDDLE + 10, LABEL, { fill: PAINT.inkSoft }),
        ];
  return element(
    'g',
    { transform: `translate(${position.x} ${position.y})` },
    element('title', {}, xmlText(caption ?? name)),
    element('rect', { ...NODE_SIZE, rx: 10, fill: PAINT.card, stroke: PAINT.line }),
    element('rect', {
      x: TILE.inset,
      y: MIDDLE - TILE.size / 2,
      width: TILE.size,
      height: TILE.size,
      rx: TILE.radius,
      fill: colorOf(label?.style),
    }),
    element(
      'text',
      {
        x: TILE.inset + TILE.size / 2,
        y: MIDDLE,
        fill: PAINT.onColor,
        'font-size': 18,
        'font-weight': 600,
        'text-anchor': 'middle',
        'dominant-baseline': 'central',
      },
      initial,
    ),
    ...words,
  );
}
