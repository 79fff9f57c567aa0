/** What could be typed next in a query, from the graph's labels, edge types and properties. */
import { blanked, quoted } from '../shared/cypher/cypher-text';
import type { ElementType } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { SchemaSlice } from '../store/schema';
import { FUNCTIONS, isReserved, KEYWORDS } from './cypher-words';

export type OfferKind = 'label' | 'edgeType' | 'property' | 'function' | 'keyword' | 'variable';

export interface Offer {
  readonly kind: OfferKind;
  /** As it is shown. */
  readonly name: string;
  /** As it is written in the query. */
  readonly text: string;
  /** What is said beside it: a property's type. */
  readonly detail?: string;
}

export interface Offers {
  /** Where the word begins that they are for. */
  readonly from: number;
  readonly offers: readonly Offer[];
}

type Schema = Pick<SchemaSlice, 'labels' | 'edgeTypes'>;
/** A name as it is written, whole or begun. */
const NAME = '(?:`(?:``|[^`])*`?|[\\p{L}_][\\p{L}\\p{N}_]*)';
const WHOLE = '(`(?:``|[^`])*`|[\\p{L}_][\\p{L}\\p{N}_]*)';
const AFTER_COLON = new RegExp(`[:|]\\s*(${NAME}?)$`, 'u');
const AFTER_DOT = new RegExp(`([\\p{L}_][\\p{L}\\p{N}_]*)\\.(${NAME}?)$`, 'u');
const IN_MAP = new RegExp(`[([][^()[\\]{}]*:\\s*${WHOLE}\\s*\\{(?:[^{}]*,)?\\s*(${NAME}?)$`, 'u');
const WORD = /[\p{L}_][\p{L}\p{N}_]*$/u;
const VARIABLES = /[([]\s*([\p{L}_][\p{L}\p{N}_]*)\s*[:)\]]|\bas\s+([\p{L}_][\p{L}\p{N}_]*)/giu;

/** A name as it has to be written: in backticks where it is not a plain word of its own. */
export function written(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !isReserved(name) ? name : quoted(name);
}

function unquoted(text: string): string {
  return text.startsWith('`') ? text.slice(1, -1).replaceAll('``', '`') : text;
}

function typeNamed(schema: Schema, name: string): ElementType | undefined {
  const folded = foldName(unquoted(name));
  return schema.labels.get(folded) ?? schema.edgeTypes.get(folded);
}

const offersOf = (kind: OfferKind, types: Iterable<ElementType>): Offer[] =>
  Array.from(types, ({ name }) => ({ kind, name, text: written(name) }));

function propertiesOf(types: Iterable<ElementType>): Offer[] {
  const byName = new Map<string, Offer>();
  for (const { properties } of types) {
    for (const { name, type } of properties.values()) {
      byName.set(name, { kind: 'property', name, text: written(name), detail: type });
    }
  }
  return [...byName.values(), { kind: 'property', name: 'id', text: 'id', detail: 'STRING' }];
}

/** The label or edge type that a variable has in the patterns of a query, where it says so. */
function typeOfVariable(schema: Schema, text: string, variable: string): ElementType | undefined {
  const found = new RegExp(`[([]\\s*${variable}\\s*:\\s*${WHOLE}`, 'iu').exec(text);
  return found?.[1] === undefined ? undefined : typeNamed(schema, found[1]);
}

/** The bracket that is open at the end of a text: a node's, an edge's, or none. */
function openBracket(text: string): string | undefined {
  const open: string[] = [];
  for (const char of blanked(text, { keepNames: false })) {
    if ('([{'.includes(char)) open.push(char);
    else if (')]}'.includes(char)) open.pop();
  }
  return open.at(-1);
}

/** Words that a query may go on with, and the names it has given. */
function words(text: string): Offer[] {
  const variables = new Set(Array.from(text.matchAll(VARIABLES), ([, one, other]) => one ?? other ?? ''));
  variables.delete('');
  return [
    ...Array.from(variables, (name): Offer => ({ kind: 'variable', name, text: name })),
    ...KEYWORDS.map((name): Offer => ({ kind: 'keyword', name, text: name })),
    ...FUNCTIONS.map((name): Offer => ({ kind: 'function', name, text: `${name}(` })),
  ];
}

/**
 * @param explicit asked for by a key, not by typing
 * @returns undefined where nothing is to be offered
 */
export function offersAt(text: string, position: number, schema: Schema, explicit: boolean): Offers | undefined {
  const before = text.slice(0, position);
  if (isInsideText(before)) return undefined;
  const map = IN_MAP.exec(before);
  if (map?.[1] !== undefined) {
    const type = typeNamed(schema, map[1]);
    const typed = map[2] ?? '';
    if (type !== undefined) return { from: position - typed.length, offers: propertiesOf([type]) };
  }
  const dot = AFTER_DOT.exec(before);
  if (dot?.[1] !== undefined) {
    const type = typeOfVariable(schema, text, dot[1]);
    const all = [...schema.labels.values(), ...schema.edgeTypes.values()];
    return { from: position - (dot[2] ?? '').length, offers: propertiesOf(type === undefined ? all : [type]) };
  }
  const colon = AFTER_COLON.exec(before);
  const bracket = colon === null ? undefined : openBracket(before.slice(0, colon.index));
  if (colon !== null && (bracket === '(' || bracket === '[')) {
    const from = position - (colon[1] ?? '').length;
    return bracket === '('
      ? { from, offers: offersOf('label', schema.labels.values()) }
      : { from, offers: offersOf('edgeType', schema.edgeTypes.values()) };
  }
  const word = WORD.exec(before)?.[0];
  if (word === undefined) return explicit ? { from: position, offers: words(text) } : undefined;
  if (/[$`]$/u.test(before.slice(0, -word.length))) return undefined;
  return { from: position - word.length, offers: words(text.slice(0, position - word.length) + text.slice(position)) };
}

/** Whether a text ends inside text in quotes or a comment. */
function isInsideText(before: string): boolean {
  const rest = blanked(before, { keepNames: true });
  return (
    /['"]|\/\*/u.test(rest) ||
    /\/\/[^\n]*$/u.test(before.slice(before.lastIndexOf('\n') + 1).replace(/'[^']*'|"[^"]*"/gu, ''))
  );
}
