/** The plan of a query as a tree, read from the text that the database draws of it. */
import { gridOf, type PlanGrid } from './plan-grid';

export interface PlanStep {
  /** Unlike that of any other step of the plan. */
  readonly id: string;
  /** As the database calls it: `SCAN_NODE_TABLE`. */
  readonly operator: string;
  /** By which other steps refer to it. Plans that are not carried out as they are (`EXPLAIN LOGICAL`) have none. */
  readonly number: string | undefined;
  readonly details: readonly PlanDetail[];
  /** How many rows came of it and how long it took itself, where the query was run. */
  readonly rows: number | undefined;
  readonly milliseconds: number | undefined;
  /** How many rows the database expects, where it says so. */
  readonly estimate: number | undefined;
  /** The steps whose rows it takes. */
  readonly inputs: readonly PlanStep[];
}

export interface PlanDetail {
  /** "Tables", "Expressions"; a condition goes without. */
  readonly name: string | undefined;
  readonly values: readonly string[];
}

const OPERATOR = /^([A-Z][A-Z_ ]*)(?:\[(\d+)\])?$/u;
/** Of a query that is run. */
const PROFILE = 'PROFILE';

/** @returns the last step; undefined where the text is not certain to be a plan, and to be understood */
export function planTree(text: string): PlanStep | undefined {
  const grid = gridOf(text);
  const [first, ...others] = grid?.rows[0]?.keys() ?? [];
  if (grid === undefined || first !== 0 || others.length > 0) return undefined;
  const isRun = grid.rows[0]?.get(0)?.[0]?.startsWith(PROFILE) === true;
  const found = stepAt({ row: 0, from: 0, to: grid.columns }, grid, isRun);
  // One that hangs on no other was not come by.
  return found?.count === grid.rows.reduce((count, row) => count + row.size, 0) ? found.step : undefined;
}

interface Place {
  readonly row: number;
  /** Its own column, and the one behind all that is under it. */
  readonly from: number;
  readonly to: number;
}

/**
 * A step without inputs takes one column, any other as many as its inputs together, the first of which stands right under
 * it. So the boxes in its columns in the row below are its inputs.
 */
function stepAt(place: Place, grid: PlanGrid, isRun: boolean): { step: PlanStep; count: number } | undefined {
  const { row, from, to } = place;
  const written = stepIn(grid.rows[row]?.get(from) ?? [], grid.rule, isRun);
  if (written === undefined) return undefined;
  const columns = [...(grid.rows[row + 1]?.keys() ?? [])].filter((column) => column >= from && column < to);
  const isWhole = columns.length === 0 ? to - from === 1 : columns[0] === from;
  if (!isWhole) return undefined;
  const inputs: PlanStep[] = [];
  let count = 1;
  for (const [index, column] of columns.entries()) {
    const input = stepAt({ row: row + 1, from: column, to: columns[index + 1] ?? to }, grid, isRun);
    if (input === undefined) return undefined;
    inputs.push(input.step);
    count += input.count;
  }
  return { step: { ...written, id: `${row}.${from}`, inputs }, count };
}

const FIGURE = /^(NumOutputTuples|ExecutionTime|Cardinality): (-?\d+(?:\.\d+)?)$/u;

/** What is written in a box: its name, what it is about, and its figures, with a rule before each of them. */
function stepIn(lines: readonly string[], rule: string, isRun: boolean): Omit<PlanStep, 'id' | 'inputs'> | undefined {
  const [name = [], about = [], ...rest] = parted(lines, rule);
  const [, operator, number] = OPERATOR.exec(name[0] ?? '') ?? [];
  const figures = new Map(
    rest.flatMap(([line = '', ...more]) => {
      const [, what, figure] = FIGURE.exec(line) ?? [];
      return what === undefined || more.some((each) => each !== '') ? [] : [[what, Number(figure)] as const];
    }),
  );
  if (operator === undefined || name.length > 1 || figures.size < rest.length || figures.size === 0) return undefined;
  return {
    operator,
    number,
    details: detailsIn(about),
    // They are noughts where nothing was run.
    rows: isRun ? figures.get('NumOutputTuples') : undefined,
    milliseconds: isRun ? figures.get('ExecutionTime') : undefined,
    estimate: figures.get('Cardinality'),
  };
}

function parted(lines: readonly string[], rule: string): string[][] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line === rule) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

const NAMED = /^([A-Z][A-Za-z ]*?) ?: ?(.*)$/su;

/** The first value stands behind the name, each further on a line of its own. */
function detailsIn(lines: readonly string[]): PlanDetail[] {
  const details: { name: string | undefined; values: string[] }[] = [];
  for (const line of lines) {
    const [, name, value = line] = NAMED.exec(line) ?? [];
    if (name !== undefined || details.length === 0) details.push({ name, values: [] });
    if (value !== '') details.at(-1)?.values.push(value);
  }
  return details;
}
