/**
 * A filter needs to know which nodes and edges a query answers with, and nothing else of them. Bringing whole nodes costs
 * many times as much as their ids, and would have to be done again whenever one is moved.
 */
import type { AnswerElements } from '../console/answer-elements';
import type { AnswerColumn, QueryValue } from '../engine/graph-engine';
import { blanked } from '../shared/cypher/cypher-text';
import type { EdgeId, NodeId } from '../shared/graph/model';

/** What a column of ids is about. */
export type IdColumn = 'node' | 'edge';

export interface IdsQuery {
  /** Answers with the ids as they come, row by row: its plan says what is read. */
  readonly plain: string;
  /**
   * Answers with one row, in which each column has all its ids as one text: to bring thousands of rows over to the page
   * costs several times what finding them does.
   */
  readonly collected: string;
  /** Of each column. */
  readonly kinds: readonly IdColumn[];
}

const KINDS: Readonly<Record<string, IdColumn>> = { NODE: 'node', REL: 'edge' };
/** What follows the last `RETURN`: the items, and then perhaps how they are ordered and cut. */
const RETURN = /\breturn(\s+distinct)?\s+([\s\S]*?)(\s+(?:order\s+by|skip|limit)\b[\s\S]*|[\s;]*)$/i;
/** Between two ids, and in none (`shared/graph/field-schemas.ts`). */
const BETWEEN = ',';
const VARIABLE = /^(?:[\p{L}_][\p{L}\p{N}_]*|`(?:``|[^`])+`)$/u;

/**
 * The same query for ids alone, where it plainly returns nodes and edges by the names of variables; undefined otherwise.
 * @param columns what the query as it was written answers with
 */
export function idsQuery(cypher: string, columns: readonly AnswerColumn[]): IdsQuery | undefined {
  const bare = blanked(cypher, { keepNames: true });
  if ([...bare.matchAll(/\breturn\b/gi)].length !== 1 || /\bunion\b/i.test(bare)) return undefined;
  const found = RETURN.exec(bare);
  if (found === null) return undefined;
  const [, , list = '', rest = ''] = found;
  const variables = list.split(',').map((item) => item.trim());
  const kinds = columns.flatMap(({ type }) => KINDS[type] ?? []);
  const isPlain = variables.every((each) => VARIABLE.test(each)) && kinds.length === variables.length;
  // Under names of their own the plan would not say what is read.
  if (new Set(variables).size < variables.length) return undefined;
  // Ordering and cutting may go by what is not returned any more.
  if (!isPlain || kinds.length !== columns.length || rest.trim().replace(';', '') !== '') return undefined;
  const ids = variables.map((variable) => `${variable}.id`);
  const upToReturn = cypher.slice(0, found.index);
  return {
    plain: `${upToReturn}RETURN ${ids.join(', ')}`,
    collected: `${upToReturn}RETURN ${ids.map((id) => `list_to_string('${BETWEEN}', collect(DISTINCT ${id}))`).join(', ')}`,
    kinds,
  };
}

/** The ids that the row of a collected answer has. */
export function idsIn(row: readonly QueryValue[], kinds: readonly IdColumn[]): AnswerElements {
  const ids = { node: new Set<NodeId>(), edge: new Set<EdgeId>() };
  kinds.forEach((kind, column) => {
    const text = row[column];
    // Of nothing there is no text.
    if (typeof text === 'string') for (const id of text.split(BETWEEN)) ids[kind].add(id);
  });
  return { nodes: ids.node, edges: ids.edge };
}
