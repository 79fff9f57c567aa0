/** What a person writes at once and can lose to another by itself: an element's existence, its position, one property. */
import { dequal } from 'dequal';
import type { GraphEdge, GraphNode, Properties } from '../shared/graph/model';

/** `exists` is also the label of a node, and the type and ends of an edge: what no op changes. */
export type Field = 'exists' | 'title' | 'position' | `.${string}`;

export function propertyField(name: string): Field {
  return `.${name}`;
}

/** Names of the properties that are not the same in both. */
export function differingProperties(before: Properties, after: Properties): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}

/** The fields in which two states of one element differ. */
export function differingFields(before: GraphNode | GraphEdge, after: GraphNode | GraphEdge): Field[] {
  const fields = differingProperties(before.properties, after.properties).map(propertyField);
  if (isAnother(before, after)) fields.push('exists');
  if ('position' in before && 'position' in after && !dequal(before.position, after.position)) fields.push('position');
  return fields;
}

/** Whether the id was used again for an element of another label, type or ends, which no client of ours does (SPEC.md, G2). */
export function isAnother(before: GraphNode | GraphEdge, after: GraphNode | GraphEdge): boolean {
  if ('label' in before) return !('label' in after) || before.label !== after.label;
  if ('label' in after) return true;
  return before.type !== after.type || before.source !== after.source || before.target !== after.target;
}
