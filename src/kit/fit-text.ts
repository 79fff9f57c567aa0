/** Text cut to a width. Nothing here can measure, as a picture is made of data alone: widths are estimates. */
import { withoutReordering } from './bidi';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Scripts and emoji whose characters are as wide as they are high. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NARROW = /^[\sfijltrI.,:;!'|()[\]/-]$/u;
const BROAD = /^[mwMW@]$/u;

/** Parts of the font's size. */
function widthOf(grapheme: string): number {
  if (WIDE.test(grapheme)) return 1;
  if (NARROW.test(grapheme)) return 0.33;
  if (BROAD.test(grapheme)) return 0.88;
  return /^\p{Lu}$/u.test(grapheme) ? 0.68 : 0.57;
}

/** About how wide a line of text is. @param size of the font */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOf(segment) * size;
  return width;
}

/** The text in one line, cut where it would be wider than `most`, with an ellipsis then. */
export function fitText(text: string, size: number, most: number): string {
  // Far more than a line can hold: what lies behind need not be looked at.
  const line = withoutReordering(text.slice(0, 1000)).replace(/\s+/gu, ' ').trim();
  let [kept, width] = ['', 0];
  for (const { segment } of graphemes.segment(line)) {
    width += widthOf(segment) * size;
    if (width > most) return `${shortened(kept, size)}…`;
    kept += segment;
  }
  return kept;
}

/** Room for the ellipsis. */
function shortened(text: string, size: number): string {
  const parts = Array.from(graphemes.segment(text), ({ segment }) => segment);
  for (let freed = 0; freed < size && parts.length > 0; ) freed += widthOf(parts.pop() ?? '') * size;
  return parts.join('').trimEnd();
}

/** The first character, as people count them. */
export function firstCharacter(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment;
  return '';
}
