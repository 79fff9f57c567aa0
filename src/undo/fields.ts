/** What a person writes at once and can lose to another by itself: an element's existence, its position, one property. */
import { dequal } from 'dequal';
import { type ElementType, type GraphEdge, type GraphNode, STYLE_FIELDS } from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { Renames } from './renames';

/** Of labels and edge types: their name, the fields of their style, and of each property its existence and type. */
export type Field =
  | 'exists'
  | 'title'
  | 'label'
  | 'position'
  | 'locked'
  | 'type'
  | 'ends'
  | 'name'
  | `style.${string}`
  | `.${string}`;

export function propertyField(name: string): Field {
  return `.${name}`;
}

export function styleField(name: string): Field {
  return `style.${name}`;
}

/** By what an element of a label or edge type is followed; ids of nodes and edges have no dot. */
export function typeId(kind: 'label' | 'edgeType', key: string): string {
  return `${kind}.${key}`;
}

/** A property that differs, by its names before and after, which are the same but for a renaming. */
export interface DifferingProperty {
  readonly before: string;
  readonly after: string;
}

/** The properties that are not the same in both states of one element. */
export function differingProperties(
  before: GraphNode | GraphEdge,
  after: GraphNode | GraphEdge,
  renames?: Renames,
): DifferingProperty[] {
  const [kind, of] = 'label' in after ? (['label', after.label] as const) : (['edgeType', after.type] as const);
  const differing: DifferingProperty[] = [];
  const met = new Set<string>();
  // Another label may spell its property otherwise.
  const spelled = new Map(Array.from(after.properties.keys(), (name) => [foldName(name), name]));
  for (const [name, value] of before.properties) {
    const renamed = renames?.property(kind, of, name) ?? name;
    const now = spelled.get(foldName(renamed)) ?? renamed;
    met.add(now);
    if (after.properties.get(now) !== value) differing.push({ before: name, after: now });
  }
  for (const name of after.properties.keys()) if (!met.has(name)) differing.push({ before: name, after: name });
  return differing;
}

/** The fields in which two states of one element differ. */
export function differingFields(
  before: GraphNode | GraphEdge,
  after: GraphNode | GraphEdge,
  renames?: Renames,
): Field[] {
  const fields: Field[] = differingProperties(before, after, renames).map(({ after: name }) => propertyField(name));
  if ('label' in before && 'label' in after) {
    if ((renames?.type('label', before.label) ?? before.label) !== after.label) fields.push('label');
    if (!dequal(before.position, after.position)) fields.push('position');
    if (before.locked !== after.locked) fields.push('locked');
  }
  if ('type' in before && 'type' in after) {
    if ((renames?.type('edgeType', before.type) ?? before.type) !== after.type) fields.push('type');
    if (before.source !== after.source || before.target !== after.target) fields.push('ends');
  }
  return fields;
}

/** The fields in which two states of one label or edge type differ. */
export function differingTypeFields(before: ElementType, after: ElementType): Field[] {
  const fields: Field[] = STYLE_FIELDS.filter((field) => before.style[field] !== after.style[field]).map(styleField);
  if (before.name !== after.name) fields.push('name');
  for (const key of new Set([...before.properties.keys(), ...after.properties.keys()])) {
    if (!dequal(before.properties.get(key), after.properties.get(key))) fields.push(propertyField(key));
  }
  return fields;
}

/** Whether two states of one id are of one kind of element. */
export function isAnother(before: GraphNode | GraphEdge, after: GraphNode | GraphEdge): boolean {
  return 'label' in before !== 'label' in after;
}
