/**
 * The canvas's queries. Names come from the schema, where they were validated; quoted with backticks. Everything else
 * is a parameter.
 */
import type { QueryParameters, QueryValue, Row } from '../engine/graph-engine';
import { must } from '../shared/assert';
import type { EdgeId, ElementType, NodeId } from '../shared/graph/model';
import type { PropertyValue } from '../shared/graph/values';
import type { EdgeRow, NodeRow, RowProperties } from '../store/rows';

export interface Query {
  readonly cypher: string;
  readonly parameters?: QueryParameters;
}

/** An edge to look up: by its ends' primary keys, so that the cost is that of the ends and not of the whole edge type. */
export interface WantedEdge {
  readonly id: EdgeId;
  readonly source: NodeId;
  readonly target: NodeId;
}

const quoted = (name: string) => `\`${name}\``;

/** Columns are called p0, p1, … so that no property name can meet a column of ours. */
function propertyColumns(variable: string, type: ElementType): string {
  return Array.from(type.properties.values(), ({ name }, index) => `, ${variable}.${quoted(name)} AS p${index}`).join(
    '',
  );
}

const nodeColumns = (label: ElementType) => `n.id AS id, n._x AS x, n._y AS y${propertyColumns('n', label)}`;
const edgeColumns = (type: ElementType) => `e.id AS id, a.id AS source, b.id AS target${propertyColumns('e', type)}`;

export function allNodes(label: ElementType): Query {
  return { cypher: `MATCH (n:${quoted(label.name)}) RETURN ${nodeColumns(label)}` };
}

export function nodesById(label: ElementType, ids: readonly NodeId[]): Query {
  return {
    cypher: `UNWIND $ids AS wanted MATCH (n:${quoted(label.name)} {id: wanted}) RETURN ${nodeColumns(label)}`,
    parameters: { ids },
  };
}

export function allEdges(type: ElementType): Query {
  return { cypher: `MATCH (a)-[e:${quoted(type.name)}]->(b) RETURN ${edgeColumns(type)}` };
}

export function edgesByEnds(
  type: ElementType,
  sourceLabel: string,
  targetLabel: string,
  edges: readonly WantedEdge[],
): Query {
  return {
    cypher:
      `UNWIND $edges AS wanted MATCH (a:${quoted(sourceLabel)} {id: wanted.source})` +
      `-[e:${quoted(type.name)}]->(b:${quoted(targetLabel)} {id: wanted.target}) WHERE e.id = wanted.id ` +
      `RETURN ${edgeColumns(type)}`,
    parameters: { edges: edges.map(({ id, source, target }) => ({ id, source, target })) },
  };
}

export function countOfLabel(label: ElementType): Query {
  return { cypher: `MATCH (n:${quoted(label.name)}) RETURN count(*) AS count` };
}

export function countOfEdgeType(type: ElementType): Query {
  return { cypher: `MATCH ()-[e:${quoted(type.name)}]->() RETURN count(*) AS count` };
}

function isPropertyValue(value: QueryValue | undefined): value is PropertyValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function propertiesOf(row: Row, type: ElementType): RowProperties {
  const entries: [string, PropertyValue][] = [];
  let index = 0;
  for (const { name } of type.properties.values()) {
    const value = row[`p${index}`];
    if (isPropertyValue(value)) entries.push([name, value]);
    index += 1;
  }
  return Object.fromEntries(entries);
}

export function nodeRow(row: Row, label: ElementType): NodeRow {
  const position = { x: Number(row['x']), y: Number(row['y']) };
  return { id: String(row['id']), label: label.name, position, properties: propertiesOf(row, label) };
}

export function edgeRow(row: Row, type: ElementType): EdgeRow {
  const [source, target] = [String(row['source']), String(row['target'])];
  return { id: String(row['id']), type: type.name, source, target, properties: propertiesOf(row, type) };
}

export function countIn(rows: readonly Row[]): number {
  return Number(must(rows[0], 'the row of a count')['count']);
}
