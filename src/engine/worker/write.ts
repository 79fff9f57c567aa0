/**
 * One statement for many rows. Values go over as text and are cast in the statement: Kuzu takes the type of a column
 * of parameters from one row, and would read a 1 among 2.5s as garbage.
 */
import type { PropertyType, PropertyValue } from '../../shared/graph/values';
import type { KuzuDatabase } from './kuzu-database';

export type Cell = string | null;

export interface Write {
  /** The statement, given how the cells of a row are written in it. It must use every cell. */
  readonly body: (cell: (index: number) => string) => string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Up to this many rows are faster one at a time: a statement over a list of rows has a cost of its own. */
const FEW_ROWS = 4;

const oneRow = (index: number) => `$c${index}`;
const manyRows = (index: number) => `r.c${index}`;

/**
 * Runs a write.
 * @throws when it fails; the database must not be used afterwards
 */
export function run(database: KuzuDatabase, { body, rows }: Write): void {
  if (rows.length > FEW_ROWS) {
    database.write(`UNWIND $rows AS r ${body(manyRows)}`, { rows: rows.map(named) });
    return;
  }
  const statement = body(oneRow);
  for (const row of rows) database.write(statement, named(row));
}

function named(row: readonly Cell[]): Readonly<Record<string, Cell>> {
  return Object.fromEntries(row.map((cell, index) => [`c${index}`, cell]));
}

export function toCell(value: PropertyValue | undefined): Cell {
  return value === undefined ? null : String(value);
}

/** A cell as a value of `type`, in Cypher. */
export function cast(cell: string, type: PropertyType): string {
  return `CAST(${cell} AS ${type})`;
}
