/** A text with what was found in it marked; of a long one, the piece around it. */
import { folded } from './fold';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Letters shown before the first mark, and in all. */
const BEFORE = 24;
const SHOWN = 160;

/** A sign with what belongs to it: folded, it says the same whether alone or in its word. */
const SIGN = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gsu;

/** The folded text, and for each of its letters where in the text its sign begins. */
interface Traced {
  readonly text: string;
  readonly from: readonly number[];
}

const foldedSigns = new Map<string, string>();
/** There are more signs than anyone uses. */
const SIGNS_KEPT = 20_000;

function foldedSign(sign: string): string {
  const known = foldedSigns.get(sign);
  if (known !== undefined) return known;
  if (foldedSigns.size >= SIGNS_KEPT) foldedSigns.clear();
  const fresh = folded(sign);
  foldedSigns.set(sign, fresh);
  return fresh;
}

function traced(text: string): Traced {
  const parts: string[] = [];
  const from: number[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const plain = foldedSign(sign);
    parts.push(plain);
    for (let letter = 0; letter < plain.length; letter++) from.push(index);
  }
  return { text: parts.join(''), from };
}

/** Where the marks are in the text, in order, without those that are in another. */
function placesOf(text: string, marks: readonly string[]): [from: number, to: number][] {
  const plain = traced(text);
  const endOf = (at: number) => {
    let next = at;
    while (next < plain.from.length && plain.from[next] === plain.from[at - 1]) next += 1;
    return plain.from[next] ?? text.length;
  };
  const all = marks
    .filter((mark) => mark !== '')
    .flatMap((mark) => {
      const found: [number, number][] = [];
      for (let at = plain.text.indexOf(mark); at >= 0; at = plain.text.indexOf(mark, at + mark.length)) {
        found.push([plain.from[at] ?? 0, endOf(at + mark.length)]);
      }
      return found;
    })
    .sort(([a, toA], [b, toB]) => a - b || toB - toA);
  const places: [number, number][] = [];
  for (const place of all) {
    const last = places.at(-1);
    if (last === undefined || place[0] > last[1]) places.push(place);
    else last[1] = Math.max(last[1], place[1]);
  }
  return places;
}

/** @param marks folded (`folded`) */
export function markedText(text: string, marks: readonly string[]): Piece[] {
  const places = placesOf(text, marks);
  const start = startOf(text, places[0]?.[0] ?? 0);
  const end = text.length - start > SHOWN ? start + SHOWN : text.length;
  const pieces: Piece[] = [];
  let at = start;
  for (const [from, to] of places.filter(([from]) => from < end)) {
    pieces.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
    at = to;
  }
  pieces.push({ text: `${text.slice(at, Math.max(at, end))}${end < text.length ? '…' : ''}`, marked: false });
  if (start > 0) pieces.unshift({ text: '…', marked: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** Where to begin so that the first mark is in sight: with a word, where there are words. */
function startOf(text: string, mark: number): number {
  if (mark <= BEFORE) return 0;
  const before = text.slice(mark - BEFORE, mark);
  const space = before.search(/\s/u);
  const start = space < 0 ? mark - BEFORE : mark - BEFORE + space + 1;
  // Not in the middle of a sign.
  return /[\udc00-\udfff]/u.test(text.charAt(start)) ? start + 1 : start;
}
