/** Whether what someone types is in an element's properties. */
import { yesNo } from '../../i18n/yes-no';
import { formatValue } from '../../kit/format-value';
import type { ElementType } from '../../shared/graph/model';
import type { PropertyValue } from '../../shared/graph/values';
import { captionKey } from '../../store/caption';
import type { RowProperties } from '../../store/rows';

/** Accents over Latin, Greek and Cyrillic letters. Those of kana are letters of their own and lie elsewhere. */
const ACCENTS = /[\u0300-\u036f]/gu;

/** Text as it is compared: neither case, nor width (ｱ and ア, Ａ and A), nor accents count. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(ACCENTS, '').toLowerCase().normalize('NFKC');
}

/** The words of what was typed, as they are compared. Japanese may have its own spaces between them. */
export function wordsOf(query: string): string[] {
  return folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Better matches come first: the caption begins with the query, has all of its words, or other properties have. */
export const RANKS = ['begins', 'caption', 'property'] as const;
export type Rank = (typeof RANKS)[number];

export interface Match {
  readonly rank: Rank;
  /** Why it was found, where that is not to be seen in the caption. */
  readonly because: { readonly name: string; readonly value: PropertyValue } | undefined;
}

/** The properties of a row with their values folded. Rows never change, so each is folded once. */
const foldedRows = new WeakMap<RowProperties, readonly (readonly [name: string, value: string])[]>();

function foldedValues(properties: RowProperties): readonly (readonly [string, string])[] {
  const known = foldedRows.get(properties);
  if (known !== undefined) return known;
  const values = Object.entries(properties).map(([name, value]) => [name, folded(asTyped(value))] as const);
  foldedRows.set(properties, values);
  return values;
}

/** As it may be typed: a number plainly, and as it is written on the page. */
function asTyped(value: PropertyValue): string {
  return typeof value === 'number' ? `${value} ${formatValue('DOUBLE', value, yesNo)}` : String(value);
}

/** @param words of the query (`wordsOf`): every one has to be in some property. @returns undefined: no match */
export function matchOf(
  words: readonly string[],
  type: ElementType | undefined,
  properties: RowProperties,
): Match | undefined {
  const values = foldedValues(properties);
  if (words.length === 0 || !words.every((word) => values.some(([, value]) => value.includes(word)))) return undefined;
  const key = captionKey(type);
  const caption = values.find(([name]) => name === key)?.[1] ?? '';
  const missing = words.find((word) => !caption.includes(word));
  if (missing === undefined)
    return { rank: caption.startsWith(words.join(' ')) ? 'begins' : 'caption', because: undefined };
  const [name] = values.find(([, value]) => value.includes(missing)) ?? [''];
  return { rank: 'property', because: { name, value: properties[name] ?? '' } };
}
