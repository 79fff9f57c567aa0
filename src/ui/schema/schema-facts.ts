/**
 * What there is of each label and edge type, and the questions to the database that say so: one a type. Names come from the
 * schema, where they were validated; quoted with backticks.
 */
import type { Row } from '../../engine/graph-engine';
import { quoted } from '../../shared/cypher/cypher-text';
import type { ElementType } from '../../shared/graph/model';

/** How many edges of a type lead from one label to another. */
export interface Pair {
  readonly source: string;
  readonly target: string;
  readonly count: number;
}

export interface TypeFacts {
  /** Nodes of the label, or edges of the type. */
  readonly count: number;
  /** How many of them have a value, by the property's name. */
  readonly filled: ReadonlyMap<string, number>;
  /** What edges of the type join, the most frequent first; none for a label. */
  readonly pairs: readonly Pair[];
}

/** A type, and what its elements are. */
export interface TypeRef {
  readonly on: 'node' | 'edge';
  readonly type: ElementType;
}

/** Columns are called p0, p1, … so that no property name can meet a column of ours. */
function counts(variable: string, { properties }: ElementType): string {
  const filled = Array.from(properties.values(), ({ name }, i) => `, count(${variable}.${quoted(name)}) AS p${i}`);
  return `count(*) AS count${filled.join('')}`;
}

export function questionAbout({ on, type }: TypeRef): string {
  const name = quoted(type.name);
  if (on === 'node') return `MATCH (n:${name}) RETURN ${counts('n', type)}`;
  return `MATCH (a)-[e:${name}]->(b) RETURN label(a) AS source, label(b) AS target, ${counts('e', type)}`;
}

/** What the answer says: a row for the label, or one for each pair of labels that edges of the type join. */
export function factsIn(rows: readonly Row[], { on, type }: TypeRef): TypeFacts {
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);
  const pairs = rows.map((row) => ({
    source: String(row['source']),
    target: String(row['target']),
    count: Number(row['count']),
  }));
  return {
    count: sum('count'),
    filled: new Map(Array.from(type.properties.values(), ({ name }, i) => [name, sum(`p${i}`)])),
    pairs: on === 'node' ? [] : pairs.sort(byCount),
  };
}

function byCount(a: Pair, b: Pair): number {
  return b.count - a.count || compare(a.source, b.source) || compare(a.target, b.target);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
