/** What a legend's words mean, as SVG. */
import { fitLines, textWidth } from '../kit/fit-text';
import { icon } from './icon-shapes';
import type { LegendSample, ScaleSample, ToldValue } from './legend-entry';
import { PAINT } from './paint';
import { element, xmlText } from './xml';

/** Of its font, and from line to line. */
export const LEGEND_TEXT = { size: 13, line: 19 } as const;
const [SWATCH, GAP] = [12, 8];
/** What stands before words takes up so much. */
export const INSET = SWATCH + GAP;
const VALUE_LINES = 2;
/** At least. */
const SCALE_WIDTH = 200;
const [RAMP_HEIGHT, TICK_SIZE] = [12, 12];

/** A part of the legend, from its own upper left corner. */
export interface Block {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** @param y of its middle */
export function line(text: string, x: number, y: number, look: Readonly<Record<string, string | number>> = {}): string {
  return element('text', { x, y, 'dominant-baseline': 'central', ...look }, xmlText(text));
}

/** What stands before the first line of the words. */
export function mark(sample: LegendSample | undefined): string | undefined {
  if (sample?.kind === 'color') return swatch(sample.color, LEGEND_TEXT.line / 2);
  if (sample?.kind !== 'icon') return undefined;
  const [size, middle] = [16, LEGEND_TEXT.line / 2];
  return icon(sample.icon, { x: (SWATCH - size) / 2, y: middle - size / 2, size, color: PAINT.ink });
}

/** What stands beneath the words. @param id of the entry, of what it defines */
export function beneath(sample: LegendSample | undefined, most: number, id: string): Block | undefined {
  switch (sample?.kind) {
    case 'values':
      return valueList(sample.values, most);
    case 'ramp':
    case 'cards':
    case 'lines':
      return scale(sample, id);
  }
}

function swatch(color: string, middle: number): string {
  return element('rect', { y: middle - SWATCH / 2, width: SWATCH, height: SWATCH, rx: 3, fill: color });
}

function valueList(values: readonly ToldValue[], most: number): Block {
  const drawn: string[] = [];
  let [width, height] = [0, 0];
  for (const { words, color } of values) {
    const inset = color === undefined ? 0 : INSET;
    if (color !== undefined) drawn.push(swatch(color, height + LEGEND_TEXT.line / 2));
    for (const text of fitLines(words, LEGEND_TEXT.size, most - inset, VALUE_LINES)) {
      drawn.push(line(text, inset, height + LEGEND_TEXT.line / 2));
      width = Math.max(width, inset + textWidth(text, LEGEND_TEXT.size));
      height += LEGEND_TEXT.line;
    }
  }
  return { svg: drawn.join(''), width, height };
}

function scale(sample: ScaleSample, id: string): Block {
  const width = scaleWidth(sample.ticks);
  const { svg, height } = sample.kind === 'ramp' ? ramp(sample.colors, width, id) : marks(sample, width);
  const [anchors, middle] = [['start', 'middle', 'end'], height + LEGEND_TEXT.line / 2];
  const look = { fill: PAINT.inkSoft, 'font-size': TICK_SIZE };
  const ticks = sample.ticks.map((tick, at) =>
    line(tick, (at * width) / 2, middle, { ...look, 'text-anchor': anchors[at] ?? 'middle' }),
  );
  return { svg: svg + ticks.join(''), width, height: height + LEGEND_TEXT.line };
}

/** So that the number in the middle touches neither of the others, in a font with broad figures, too. */
function scaleWidth([least, middle, most]: ScaleSample['ticks']): number {
  const widthOf = (tick: string) => textWidth(tick, TICK_SIZE);
  return Math.max(SCALE_WIDTH, widthOf(middle) + 2 * (3 * GAP + Math.max(widthOf(least), widthOf(most))));
}

function ramp(colors: readonly string[], width: number, id: string) {
  const stops = colors.map((color, at) =>
    element('stop', { offset: at / Math.max(1, colors.length - 1), 'stop-color': color }),
  );
  const bar = { width, height: RAMP_HEIGHT, rx: 3, fill: `url(#${id})` };
  return { svg: element('linearGradient', { id }, ...stops) + element('rect', bar), height: RAMP_HEIGHT };
}

/** From one end of the scale to the other: cards on one ground, lines through one middle. */
function marks({ kind, marks: all }: Extract<ScaleSample, { kind: 'cards' | 'lines' }>, room: number) {
  const height = kind === 'cards' ? Math.max(...all.map((each) => each.height)) : RAMP_HEIGHT;
  const gap = (room - all.reduce((sum, { width }) => sum + width, 0)) / Math.max(1, all.length - 1);
  let x = 0;
  const drawn = all.map((each) => {
    const y = kind === 'cards' ? height - each.height : (height - each.height) / 2;
    const svg = element('rect', { x, y, ...each, rx: kind === 'cards' ? 2 : 0, fill: PAINT.inkFaint });
    x += each.width + gap;
    return svg;
  });
  return { svg: drawn.join(''), height };
}
