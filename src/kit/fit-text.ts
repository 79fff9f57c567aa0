/** Text cut to a width. Nothing here can measure, as a picture is made of data alone: widths are estimates. */
import { withoutReordering } from './bidi';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Scripts whose characters are as wide as they are high. */
const WIDE_SCRIPT =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
/** They, and emoji. */
const WIDE = new RegExp(String.raw`${WIDE_SCRIPT.source}|\p{Emoji_Presentation}`, 'u');
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

/** Behind white space, and in scripts that have none between characters, but for those that no line begins with. */
const BREAKS = new RegExp(
  String.raw`(?<=\s)|(?<=${WIDE_SCRIPT.source})(?=${WIDE_SCRIPT.source})(?![\p{P}\p{M}ー])`,
  'u',
);

/** The text in as few lines as it takes, in `lines` at most; cut where it would not fit into these. */
export function fitLines(text: string, size: number, most: number, lines: number): string[] {
  const fitted: string[] = [];
  let line = '';
  for (const word of text.slice(0, 1000).split(BREAKS)) {
    const isFull = line !== '' && textWidth((line + word).trimEnd(), size) > most;
    if (isFull && fitted.length < lines - 1) {
      fitted.push(fitText(line, size, most));
      line = word;
    } else line += word;
  }
  return [...fitted, fitText(line, size, most)];
}

/** Room for the ellipsis. */
function shortened(text: string, size: number): string {
  const parts = Array.from(graphemes.segment(text), ({ segment }) => segment);
  for (let freed = 0; freed < size && parts.length > 0; ) freed += widthOf(parts.pop() ?? '') * size;
  return parts.join('').trimEnd();
}
