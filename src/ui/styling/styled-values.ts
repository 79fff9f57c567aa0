/** What there is to make rules by: the properties of labels and edge types, and the values that are there now. */
import { LABEL_COLORS } from '../../kit/colors';
import type { PropertyDefinition } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { StyleRule } from '../../shared/graph/style-rules';
import type { PropertyValue } from '../../shared/graph/values';
import type { EditorState } from '../../store/editor-store';

export type Styled = Pick<EditorState, 'labels' | 'edgeTypes' | 'nodes' | 'edges' | 'counts'>;
type Subject = Pick<StyleRule, 'on' | 'of'>;

/** More values than these are not told apart by colour. */
const MOST_VALUES = 12;

export function typesOf(on: StyleRule['on'], { labels, edgeTypes }: Pick<Styled, 'labels' | 'edgeTypes'>) {
  return [...(on === 'node' ? labels : edgeTypes).values()];
}

/** The properties of a label or edge type, or of all: of those with one name the first. */
export function propertiesOf({ on, of }: Subject, state: Pick<Styled, 'labels' | 'edgeTypes'>): PropertyDefinition[] {
  const found = new Map<string, PropertyDefinition>();
  for (const type of typesOf(on, state)) {
    if (of !== undefined && foldName(type.name) !== foldName(of)) continue;
    for (const [key, property] of type.properties) if (!found.has(key)) found.set(key, property);
  }
  return [...found.values()];
}

export function isNumeric({ type }: PropertyDefinition): boolean {
  return type === 'INT64' || type === 'DOUBLE';
}

/** How often each value is there, the most frequent first. */
export function valuesOf({ on, of }: Subject, key: string, state: Styled): Map<PropertyValue, number> {
  const names = new Map(
    typesOf(on, state).map((type) => [type.name, type.properties.get(foldName(key))?.name] as const),
  );
  const counts = new Map<PropertyValue, number>();
  const count = (type: string, properties: Readonly<Record<string, PropertyValue>>) => {
    if (of !== undefined && foldName(type) !== foldName(of)) return;
    const value = properties[names.get(type) ?? ''];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  if (on === 'node') for (const { label, properties } of state.nodes.values()) count(label, properties);
  else for (const { type, properties } of state.edges.values()) count(type, properties);
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (String(a) < String(b) ? -1 : 1)));
}

/** A colour for each of the most frequent values. */
export function colorsFor(subject: Subject, key: string, state: Styled): { value: PropertyValue; color: string }[] {
  return [...valuesOf(subject, key, state).keys()]
    .slice(0, MOST_VALUES)
    .flatMap((value, index) => LABEL_COLORS.slice(index, index + 1).map((color) => ({ value, color })));
}
