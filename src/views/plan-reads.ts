/**
 * What a query reads of the graph, taken from the database's own plan for it: which labels and edge types it scans, and
 * which columns of theirs. The plan is text drawn with boxes; only the texts in the boxes are looked at, wherever they
 * stand. What is not known for certain is "all": a view is then asked anew too often, and never too seldom.
 */
import { blanked } from '../shared/cypher/cypher-text';
import { foldName } from '../shared/graph/names';

/** `all`, or folded names. Columns are those of any of the types: a position is `_x` and `_y`. */
export interface Reads {
  readonly types: 'all' | ReadonlySet<string>;
  readonly columns: 'all' | ReadonlySet<string>;
}

export const READS_ALL: Reads = { types: 'all', columns: 'all' };

const SCANS: ReadonlySet<string> = new Set(['SCAN_NODE_TABLE', 'SCAN_REL_TABLE']);
/** Finds nodes by their id; the plan does not say of which label. */
const KEY_SCAN = 'PRIMARY_KEY_SCAN_NODE_TABLE';
/** These work on what others have read. Any operator that is not among them may read anything. */
const PASSING: ReadonlySet<string> = new Set([
  ...['RESULT_COLLECTOR', 'PROJECTION', 'FILTER', 'FLATTEN', 'HASH_JOIN_PROBE', 'HASH_JOIN_BUILD', 'CROSS_PRODUCT'],
  ...['AGGREGATE', 'AGGREGATE_FINALIZE', 'AGGREGATE_SCAN', 'ORDER_BY', 'ORDER_BY_MERGE', 'ORDER_BY_SCAN'],
  ...['TOP_K', 'TOP_K_SCAN', 'LIMIT', 'SKIP', 'MULTIPLICITY_REDUCER', 'UNWIND', 'UNION_ALL_SCAN'],
]);

const OPERATOR = /^([A-Z][A-Z_]+)\[\d+\]$/;
const BOX = /[│─┌┐└┘┬┴├┤]/u;

/**
 * @param plan what `EXPLAIN` of the query answered, as one text
 * @param query its text; what is written in it must not be mistaken for the plan's own
 * @param types names of all labels and edge types
 */
export function readsOf(plan: string, query: string, types: Iterable<string>): Reads {
  const cells = plan.split(/[│\n]/u).flatMap((part) => part.trim() || []);
  const operators = cells.flatMap((cell) => OPERATOR.exec(cell)?.[1] ?? []);
  const isKnown = operators.every((each) => SCANS.has(each) || each === KEY_SCAN || PASSING.has(each));
  if (operators.length === 0 || !isKnown || BOX.test(query)) return READS_ALL;
  const names = [...types];
  return {
    types: operators.includes(KEY_SCAN) ? 'all' : typesIn(cells, names),
    columns: mayRename(cells, query, names) ? 'all' : new Set(cells.flatMap((cell) => columnIn(cell) ?? [])),
  };
}

/** An alias that is written with other signs than those of a plain name. */
const ODD_ALIAS = /\bas\s+`[^`]*[^\p{L}\p{N}_`][^`]*`/iu;
const PROPERTIES = /^Properties: /;
/** What stands alone in a box without being a name. */
const NO_NAME = /^(-+|Physical Plan|_nothing)$|[.:()[\]─┌┐└┘┬┴]/u;

/**
 * A column that is returned `AS` something is called so wherever the plan has it, also where it is read. A box goes on over
 * several lines, and boxes stand beside each other: any name that is alone on its line may be one.
 */
function mayRename(cells: readonly string[], query: string, types: readonly string[]): boolean {
  const listed = cells.filter((cell) => PROPERTIES.test(cell));
  if (listed.length === 0) return false;
  if (ODD_ALIAS.test(blanked(query, { keepNames: true }))) return true;
  if (listed.some((cell) => !cell.includes('.'))) return true;
  const known = new Set(types);
  return cells.some((cell) => !NO_NAME.test(cell) && !known.has(cell));
}

/** A type is on a line of its own, the first of them behind "Tables:". */
function typesIn(cells: readonly string[], types: readonly string[]): ReadonlySet<string> {
  const there = new Set(cells.map((cell) => cell.replace(/^Tables: /, '')));
  return new Set(types.flatMap((name) => (there.has(name) ? foldName(name) : [])));
}

/** Of `n.name`, the column. Names have no dots. */
function columnIn(cell: string): string | undefined {
  const dot = cell.lastIndexOf('.');
  return dot < 0 ? undefined : foldName(cell.slice(dot + 1));
}
