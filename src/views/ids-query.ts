/**
 * A filter needs to know which nodes and edges a query answers with, and nothing else of them. Bringing whole nodes costs
 * many times as much as their ids, and would have to be done again whenever one is moved.
 */
import type { AnswerColumn } from '../engine/graph-engine';
import { blanked } from '../shared/cypher/cypher-text';

/** What a column of ids is about. */
export type IdColumn = 'node' | 'edge';

export interface IdsQuery {
  readonly cypher: string;
  /** Of each column. */
  readonly kinds: readonly IdColumn[];
}

const KINDS: Readonly<Record<string, IdColumn>> = { NODE: 'node', REL: 'edge' };
/** What follows the last `RETURN`: the items, and then perhaps how they are ordered and cut. */
const RETURN = /\breturn(\s+distinct)?\s+([\s\S]*?)(\s+(?:order\s+by|skip|limit)\b[\s\S]*|[\s;]*)$/i;
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
  const [, distinct = '', list = '', rest = ''] = found;
  const variables = list.split(',').map((item) => item.trim());
  const kinds = columns.flatMap(({ type }) => KINDS[type] ?? []);
  const isPlain = variables.every((each) => VARIABLE.test(each)) && kinds.length === variables.length;
  // Under names of their own the plan would not say what is read.
  if (new Set(variables).size < variables.length) return undefined;
  // Ordering and cutting may go by what is not returned any more.
  if (!isPlain || kinds.length !== columns.length || rest.trim().replace(';', '') !== '') return undefined;
  const ids = variables.map((variable) => `${variable}.id`).join(', ');
  return { cypher: `${cypher.slice(0, found.index)}RETURN${distinct} ${ids}`, kinds };
}
