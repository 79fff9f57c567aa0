/** The order of an answer's rows by one of its columns. */
import type { QueryValue } from '../engine/graph-engine';

export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

/** The next way to sort when a column is pressed: up, down, and as it came. */
export function nextSorting(now: Sorting | undefined, column: number): Sorting | undefined {
  if (now?.column !== column) return { column, descending: false };
  return now.descending ? undefined : { column, descending: true };
}

/**
 * The numbers of the rows, sorted. Numbers come by size, text as people of that language sort it; what is empty is last.
 * @param text a value as it is read, for what is neither
 */
export function sortedRows(
  rows: readonly (readonly QueryValue[])[],
  sorting: Sorting | undefined,
  { text, locale }: { text: (value: QueryValue) => string; locale: string },
): number[] {
  const order = rows.map((_, index) => index);
  if (sorting === undefined) return order;
  const collator = new Intl.Collator(locale, { numeric: true });
  const keys = rows.map((row) => keyOf(row[sorting.column] ?? null, text));
  const turn = sorting.descending ? -1 : 1;
  return order.sort((one, other) => {
    const [a, b] = [keys[one] ?? null, keys[other] ?? null];
    if (a === null || b === null) return a === b ? one - other : a === null ? 1 : -1;
    const by = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return by === 0 ? one - other : by * turn;
  });
}

function keyOf(value: QueryValue, text: (value: QueryValue) => string): number | string | null {
  if (value === null || typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : text(value);
}
