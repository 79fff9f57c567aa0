/** What the columns of a table are to become: properties with names and types. */
import type { ElementType } from '../graph/model';
import { foldName, nameProblem, tidyName } from '../graph/names';
import type { PropertyType } from '../graph/values';
import { LIMITS } from '../limits';
import { freeName } from './fit-types';
import { guessType } from './read-column';

/** Whether the first row seems to say what the columns are: words that differ, over something that is not all words. */
export function hasHeaders(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows;
  if (rest.length === 0 || new Set(first.map(foldName)).size < first.length) return false;
  if (first.some((cell) => cell === '' || guessType([cell]) !== 'STRING')) return false;
  return first.length > 1 || guessType(columnCells(rest, 0)) !== 'STRING';
}

export function columnCells(rows: readonly (readonly string[])[], column: number): string[] {
  return rows.map((row) => row[column] ?? '');
}

export function guessTypes(columns: readonly (readonly string[])[]): PropertyType[] {
  return columns.map((cells) => guessType(cells));
}

/** The label whose properties the headers name most; without headers the first. Undefined when none comes near. */
export function usualLabel(labels: Iterable<ElementType>, headers: readonly string[]): ElementType | undefined {
  const [first, ...others] = labels;
  if (first === undefined || headers.length === 0) return first;
  const named = (label: ElementType) =>
    headers.filter((header) => label.properties.has(foldName(asName(header)))).length;
  const best = others.reduce((most, label) => (named(label) > named(most) ? label : most), first);
  return named(best) > 0 ? best : undefined;
}

/**
 * Names for the columns, all different, that properties can have.
 * @param usual what the column in a place is called when nothing says it
 */
export function columnNames(headers: readonly string[], usual: (place: number) => string): string[] {
  // "id" is the editor's own.
  const taken = new Set(['id']);
  return headers.map((header, place) => {
    const said = asName(header);
    const name = freeName(said === '' ? usual(place) : said, taken);
    taken.add(foldName(name));
    return name;
  });
}

/** The text as near to a name as it comes; empty when nothing of it can be in one. */
export function asName(text: string): string {
  const allowed = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_ ]+/gu, ' ')
    .replace(/^[\s_]+/u, '');
  return tidyName([...tidyName(allowed)].slice(0, LIMITS.nameLength).join(''));
}

export interface ColumnPlan {
  readonly name: string;
  readonly type: PropertyType;
  readonly included: boolean;
}

/** What is wrong with the name of a column, if something is. `twice`: another included column has it. */
export function columnProblem(columns: readonly ColumnPlan[], place: number): 'name' | 'twice' | undefined {
  const column = columns[place];
  if (column === undefined || !column.included) return undefined;
  if (nameProblem(column.name) !== undefined) return 'name';
  const key = foldName(column.name);
  const isTwice = columns.some((other, at) => at < place && other.included && foldName(other.name) === key);
  return isTwice ? 'twice' : undefined;
}
