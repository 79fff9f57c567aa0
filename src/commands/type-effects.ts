/** What a change of a label, edge type or property would do to the nodes and edges there are: what is told before it is made. */
import type { NodeId } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import { retypedValue } from '../shared/graph/retyped-value';
import type { PropertyType, PropertyValue } from '../shared/graph/values';
import type { RowProperties, RowsSlice } from '../store/rows';
import type { TypeRef } from '../store/type-in-edit';

type Rows = Pick<RowsSlice, 'nodes' | 'edges'>;

/** What goes with a label or edge type: its nodes with their edges, or its edges. */
export function goesWithType(rows: Rows, type: TypeRef): { readonly nodes: number; readonly edges: number } {
  const is = isOfType(type.of);
  if (type.on === 'edge') return { nodes: 0, edges: count(rows.edges.values(), (row) => is(row.type)) };
  const gone = new Set<NodeId>();
  for (const row of rows.nodes.values()) if (is(row.label)) gone.add(row.id);
  const edges = count(rows.edges.values(), ({ source, target }) => gone.has(source) || gone.has(target));
  return { nodes: gone.size, edges };
}

/** All values of a property. */
export function valuesOf(rows: Rows, type: TypeRef, key: string): PropertyValue[] {
  const is = isOfType(type.of);
  const values: PropertyValue[] = [];
  const note = ({ [key]: value }: RowProperties) => {
    if (value !== undefined) values.push(value);
  };
  if (type.on === 'edge') for (const row of rows.edges.values()) is(row.type) && note(row.properties);
  else for (const row of rows.nodes.values()) is(row.label) && note(row.properties);
  return values;
}

/** What becomes of values that get another type. */
export interface Retyping {
  /** How many values there are. */
  readonly values: number;
  /** How many of them do not fit, and are removed. */
  readonly lost: number;
  /** Some of those, each once. */
  readonly examples: readonly PropertyValue[];
  /** How many lose their time of day. */
  readonly shortened: number;
}

/** More examples nobody reads. */
const MOST_EXAMPLES = 5;

export function retyping(values: readonly PropertyValue[], from: PropertyType, to: PropertyType): Retyping {
  const lost = values.filter((value) => retypedValue(value, to) === undefined);
  const shortened = from === 'TIMESTAMP' && to === 'DATE' ? values.length - lost.length : 0;
  return { values: values.length, lost: lost.length, examples: examplesOf(lost), shortened };
}

/** Some of the values, each once. */
export function examplesOf(values: readonly PropertyValue[]): PropertyValue[] {
  return [...new Set(values)].slice(0, MOST_EXAMPLES);
}

function isOfType(of: string): (name: string) => boolean {
  const folded = foldName(of);
  return (name) => name === of || foldName(name) === folded;
}

function count<T>(all: Iterable<T>, holds: (each: T) => boolean): number {
  let found = 0;
  for (const each of all) if (holds(each)) found += 1;
  return found;
}
