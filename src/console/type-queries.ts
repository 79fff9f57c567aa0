/** Queries about one label or edge type, to begin with. */
import type { ElementType } from '../shared/graph/model';
import { written } from './complete';

/** The nodes of a label, with the first of its properties as columns. */
export function nodesQuery({ name, properties }: ElementType): string {
  const columns = [...properties.values()].slice(0, 4).map((property) => `, n.${written(property.name)}`);
  return `MATCH (n:${written(name)})\nRETURN n${columns.join('')}\nLIMIT 100`;
}

/** Edges of a type with their ends; of every label unless they are given. */
export function edgesQuery(type: string, source?: string, target?: string): string {
  return `MATCH ${edgePattern(type, source, target)}\nRETURN a, e, b\nLIMIT 100`;
}

/** Edges of a type as `e`, from `a` to `b`. */
export function edgePattern(type: string, source?: string, target?: string): string {
  const end = (variable: string, label?: string) => (label === undefined ? variable : `${variable}:${written(label)}`);
  return `(${end('a', source)})-[e:${written(type)}]->(${end('b', target)})`;
}
