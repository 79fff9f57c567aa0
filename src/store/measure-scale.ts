/** How values become colours and sizes. All colours are legible with white on them, and seen on both papers. */
import { CARD_STEPS, type CardStep } from './node-size';

/** From where to where values go. */
export interface MeasureScale {
  readonly least: number;
  readonly most: number;
}

export function scaleOf(values: Iterable<number>): MeasureScale {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least <= most ? { least, most } : { least: 0, most: 0 };
}

/**
 * Where on the scale a value is, from 0 to 1. By its root: few nodes have much and most have little, and among these there
 * would be nothing to see.
 */
export function placeOn({ least, most }: MeasureScale, value: number): number {
  return most > least ? Math.sqrt(Math.min(1, Math.max(0, (value - least) / (most - least)))) : 0;
}

/** The value at a place on the scale, from 0 to 1. */
export function valueAt({ least, most }: MeasureScale, place: number): number {
  return least + (most - least) * place ** 2;
}

/** For groups, the largest first: told apart by hue. */
export const GROUP_COLORS: readonly string[] = [
  '#3a6cc8',
  '#b8560f',
  '#2c8a4d',
  '#9a4cc0',
  '#c4386f',
  '#12868f',
  '#857400',
  '#8c6450',
];
/** For all other groups, and for nodes without a value. */
export const OTHER_COLOR = '#7a7f87';

export function groupColor(group: number): string {
  return GROUP_COLORS[group - 1] ?? OTHER_COLOR;
}

/** For scores: from grey to strong and dark. */
const RAMP = ['#838b94', '#4c8cae', '#5672c6', '#8a4cbc', '#c22672'] as const;
const SHADES = 32;
const SCORE_COLORS: readonly string[] = Array.from({ length: SHADES + 1 }, (_, shade) => onRamp(shade / SHADES));

export function scoreColor(scale: MeasureScale, value: number): string {
  return SCORE_COLORS[Math.round(placeOn(scale, value) * SHADES)] ?? OTHER_COLOR;
}

/** Those of equally wide parts of the scale, for a legend. */
export const LEGEND_COLORS: readonly string[] = RAMP;

export function scoreStep(scale: MeasureScale, value: number): CardStep {
  return CARD_STEPS[Math.min(CARD_STEPS.length - 1, Math.floor(placeOn(scale, value) * CARD_STEPS.length))] ?? 'medium';
}

function onRamp(place: number): string {
  const at = place * (RAMP.length - 1);
  return between(RAMP[Math.floor(at)] ?? OTHER_COLOR, RAMP[Math.ceil(at)] ?? OTHER_COLOR, at % 1);
}

/** The colour at a place between two, from 0 to 1. All are `#rrggbb`. */
export function between(from: string, to: string, place: number): string {
  const channel = (start: number) => {
    const [a = 0, b = 0] = [from, to].map((color) => Number.parseInt(color.slice(start, start + 2), 16));
    return Math.round(a + (b - a) * place)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** A colour for a value that was given none: the same in every tab, whatever other values there are. */
export function valueColor(value: string | number | boolean): string {
  let hash = 0;
  for (const character of String(value)) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return GROUP_COLORS[hash % GROUP_COLORS.length] ?? OTHER_COLOR;
}
