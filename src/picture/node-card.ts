/** A node's card as SVG: colour and icon as it is to look, its caption, its label. */
import { colorOf } from '../kit/colors';
import { fitText } from '../kit/fit-text';
import { formatScore } from '../kit/format-value';
import { type LookRules, type NodeLook, nodeCaption, nodeLook } from '../store/node-look';
import { type CardStep, stepSize } from '../store/node-size';
import type { NodeRow } from '../store/rows';
import { icon } from './icon-shapes';
import { PAINT } from './paint';
import { element, xmlText } from './xml';

interface Measures {
  /** Between the card's border, the tile and the words. */
  readonly margin: number;
  readonly tile: number;
  readonly icon: number;
  /** Sizes of the fonts. */
  readonly caption: number;
  /** Undefined where there is room for one line only. */
  readonly label: number | undefined;
}

/** As on the canvas: GraphNode.module.css. */
const MEASURES: Readonly<Record<CardStep, Measures>> = {
  tiny: { margin: 6, tile: 26, icon: 14, caption: 12, label: undefined },
  small: { margin: 8, tile: 32, icon: 17, caption: 13, label: undefined },
  medium: { margin: 12, tile: 40, icon: 20, caption: 14, label: 12 },
  large: { margin: 16, tile: 56, icon: 28, caption: 18, label: 13 },
  huge: { margin: 20, tile: 72, icon: 38, caption: 23, label: 16 },
};

const centred = { 'dominant-baseline': 'central' } as const;

/** The whole caption is in the card's `title`, which viewers show at the pointer. */
export function nodeCard(node: NodeRow, rules: LookRules): string {
  const { label: name, position } = node;
  const caption = nodeCaption(node, rules);
  const look = nodeLook(node, rules);
  const size = stepSize(look.size);
  const { margin, tile, icon: drawn } = MEASURES[look.size];
  const middle = size.height / 2;
  return element(
    'g',
    { transform: `translate(${position.x} ${position.y})` },
    element('title', {}, xmlText(caption ?? name)),
    element('rect', { ...size, rx: 10, fill: PAINT.card, stroke: PAINT.line }),
    element('rect', {
      x: margin,
      y: middle - tile / 2,
      width: tile,
      height: tile,
      rx: 6,
      fill: colorOf(look),
    }),
    icon(look.icon, {
      x: margin + (tile - drawn) / 2,
      y: middle - drawn / 2,
      size: drawn,
      color: PAINT.onColor,
    }),
    ...words(name, caption, look),
  );
}

/**
 * The caption and, where there is room, the label below it; the label alone where there is no caption. What a measure says of
 * the node is said with the last of these.
 */
function words(name: string, caption: string | undefined, { size: step, measured }: NodeLook): string[] {
  const { width, height } = stepSize(step);
  const { margin, tile, caption: large, label: small } = MEASURES[step];
  const also = (text: string) => (measured === undefined ? text : `${formatScore(measured)} · ${text}`);
  const x = 2 * margin + tile;
  const middle = height / 2;
  const line = (text: string, y: number, size: number, look: Readonly<Record<string, string | number>>) =>
    element('text', { x, y, 'font-size': size, ...centred, ...look }, xmlText(fitText(text, size, width - x - margin)));
  const bold = { fill: PAINT.ink, 'font-weight': 600 };
  if (caption === undefined) return [line(also(name), middle, large, { fill: PAINT.inkSoft })];
  if (small === undefined) return [line(also(caption), middle, large, bold)];
  return [
    line(caption, middle - 0.75 * small, large, bold),
    line(also(name), middle + 0.7 * large, small, { fill: PAINT.inkSoft }),
  ];
}
