/**
 * A column of a table, which is text, read as values of one type. There is more than one way to write numbers and dates:
 * which one it is shows in the whole column ("13/2/2026" says how "1/2/2026" is meant). What stays open is not guessed.
 */

import { type PropertyType, type PropertyValue, valueProblem } from '../graph/values';
import { LIMITS } from '../limits';
import { dateAndTime, dayFirst, monthFirst, yearFirst } from './read-date';
import { continentalNumber, englishNumber, isCode, plainNumber } from './read-number';

/** One way to write values: the value, or undefined where the cell does not follow it. Cells are trimmed and not empty. */
type Reading = (cell: string) => PropertyValue | undefined;

const YES_NO: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  はい: true,
  false: false,
  no: false,
  いいえ: false,
};

/** The first is how programs write it: it is believed where it fits as many cells as any other. */
const READINGS: Readonly<Record<PropertyType, readonly Reading[]>> = {
  STRING: [(cell) => cell],
  INT64: [plainNumber, englishNumber, continentalNumber],
  DOUBLE: [plainNumber, englishNumber, continentalNumber],
  BOOLEAN: [(cell) => (Object.hasOwn(YES_NO, cell.toLowerCase()) ? YES_NO[cell.toLowerCase()] : undefined)],
  DATE: [yearFirst, dayFirst, monthFirst],
  TIMESTAMP: [dateAndTime],
};

export interface ReadColumn {
  /** One for each cell; undefined where it is empty, and where it does not fit. */
  readonly values: readonly (PropertyValue | undefined)[];
  /** How many cells do not fit. */
  readonly unfit: number;
}

/** @param textLength how long a text may be */
export function readColumn(
  cells: readonly string[],
  type: PropertyType,
  textLength: number = LIMITS.textLength,
): ReadColumn {
  const filled = cells.filter((cell) => cell !== '');
  const candidates = READINGS[type].map((read) => ({
    read,
    fits: filled.filter((cell) => read(cell) !== undefined).length,
  }));
  const most = Math.max(...candidates.map(({ fits }) => fits));
  const [best, ...rivals] = candidates.filter(({ fits }) => fits === most);
  const isCertain = best === candidates[0];
  const values = cells.map((cell) => {
    const value = cell === '' ? undefined : best?.read(cell);
    const isOpen = !isCertain && rivals.some(({ read }) => (read(cell) ?? value) !== value);
    const isTooLong = typeof value === 'string' && value.length > textLength;
    // A decimal number is a number all the same, which says how the others are written, but no whole one.
    const isValid = value !== undefined && valueProblem(type, value) === undefined;
    return isValid && !isOpen && !isTooLong ? value : undefined;
  });
  return { values, unfit: filled.length - values.filter((value) => value !== undefined).length };
}

const GUESSED = ['BOOLEAN', 'INT64', 'DOUBLE', 'DATE', 'TIMESTAMP'] as const;

/** The type that all cells fit; text where there is no other, or nothing to go by. */
export function guessType(cells: readonly string[]): PropertyType {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.some(isCode)) return 'STRING';
  return GUESSED.find((type) => readColumn(filled, type).unfit === 0) ?? 'STRING';
}
