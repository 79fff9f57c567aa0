/** What can be said against a query before Kuzu sees it. */

import { lookOver, type QueryFacts } from '../../shared/cypher/cypher-text';
import type { QueryParameters } from '../graph-engine';
import { isOfOneKind } from './parameters';

const READING = new Set(['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN', 'CALL']);

const WRITING = new Set(['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'CREATE', 'MERGE', 'RETURN']);

/** Why a statement that may write should not even be tried on a copy, in words; `undefined` when it may be. */
export function writeProblem(cypher: string, parameters: QueryParameters): string | undefined {
  const facts = lookOver(cypher);
  if (facts.firstWord === '') return 'The query is empty.';
  if (facts.isDefinition) {
    return 'Labels, edge types and properties are made in the editor, not by a query. A query can create nodes and edges of those there are.';
  }
  if (!WRITING.has(facts.firstWord)) {
    return `A query that begins with ${facts.firstWord} cannot become an edit of the graph. CREATE, MERGE, SET and DELETE can.`;
  }
  return parameterProblem(facts, parameters);
}

/** Why a query should not even be tried, in words; `undefined` when it may be. */
export function queryProblem(cypher: string, parameters: QueryParameters): string | undefined {
  const facts = lookOver(cypher);
  if (facts.statementWord === '') return 'The query is empty.';
  // The guard proper is Kuzu's read-only transaction. This keeps out what is neither reading nor writing, like COMMIT.
  if (!READING.has(facts.statementWord)) {
    return `A query can only read, so it cannot begin with ${facts.statementWord}. Use the editor to change the graph.`;
  }
  // Settings would stay for every later query.
  if (facts.isSetting) return 'The settings of the database cannot be changed by a query.';
  return parameterProblem(facts, parameters);
}

function parameterProblem(facts: QueryFacts, parameters: QueryParameters): string | undefined {
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
