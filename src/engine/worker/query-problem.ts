/** What can be said against a query before Kuzu sees it. */
import type { QueryParameters } from '../graph-engine';
import { lookOver } from './cypher-text';
import { isOfOneKind } from './parameters';

const READING = new Set(['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN', 'CALL', 'EXPLAIN', 'PROFILE']);

/** Why a query should not even be tried, in words; `undefined` when it may be. */
export function queryProblem(cypher: string, parameters: QueryParameters): string | undefined {
  const facts = lookOver(cypher);
  if (facts.firstWord === '') return 'The query is empty.';
  // The guard proper is Kuzu's read-only transaction. This keeps out what is neither reading nor writing, like COMMIT.
  if (!READING.has(facts.firstWord)) {
    return `A query can only read, so it cannot begin with ${facts.firstWord}. Use the editor to change the graph.`;
  }
  // Settings would stay for every later query.
  if (facts.isSetting) return 'The settings of the database cannot be changed by a query.';
  for (const name of facts.parameters) {
    // Kuzu takes a missing parameter for null in some places, and crashes on it in others.
    if (!Object.hasOwn(parameters, name)) return `The query uses the parameter $${name}, which was not given.`;
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (!facts.parameters.has(name)) return `The parameter "${name}" was given, but the query does not use it.`;
    if (!isOfOneKind(value)) {
      return `The list in $${name} mixes kinds of values. Make them all whole numbers, all decimal numbers or all text, or pass text and use CAST.`;
    }
  }
  return undefined;
}

/** What Kuzu said, where it can be said better. */
export function inWords(message: string): string {
  if (message.includes('write query inside a read-only transaction')) {
    return 'This query would change the graph. Queries can only read: use the editor to change the graph.';
  }
  if (message.includes('prepare multiple statements')) return 'Only one statement can be run at a time.';
  return message;
}
