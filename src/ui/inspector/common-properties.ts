/** What several nodes, or several edges, have in common. */
import type { ElementType, PropertyDefinition } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import type { PropertyValue } from '../../shared/graph/values';
import type { RowProperties } from '../../store/rows';

/** An element, by what counts here. */
export interface Element {
  readonly id: string;
  /** The name of its label or edge type. */
  readonly of: string;
  readonly properties: RowProperties;
}

export interface CommonProperty {
  readonly property: PropertyDefinition;
  /** Where all have the same; undefined also where none has any. */
  readonly value: PropertyValue | undefined;
  /** Not all have the same. */
  readonly mixed: boolean;
}

/** Properties that all of these have by name and type, with what is in them. In the order of the first one's type. */
export function commonProperties(
  elements: readonly Element[],
  types: ReadonlyMap<string, ElementType>,
): CommonProperty[] {
  const kinds = [...new Set(elements.map(({ of }) => of))].map((name) => types.get(foldName(name)));
  const [first, ...others] = kinds;
  const shared = [...(first?.properties.values() ?? [])].filter(({ name, type }) =>
    others.every((kind) => kind?.properties.get(foldName(name))?.type === type),
  );
  return shared.map((property) => {
    const key = keyReader(property.name, types);
    const values = new Set(elements.map((element) => element.properties[key(element)]));
    const [value] = values;
    return { property, value: values.size === 1 ? value : undefined, mixed: values.size > 1 };
  });
}

/** How each element's own type spells a property. */
function keyReader(name: string, types: ReadonlyMap<string, ElementType>): (element: Element) => string {
  return ({ of }) => types.get(foldName(of))?.properties.get(foldName(name))?.name ?? name;
}

/** Gives all of these one value; `undefined` takes it away. Those that have it already are left alone. */
export function setAllOps(
  on: 'node' | 'edge',
  elements: readonly Element[],
  types: ReadonlyMap<string, ElementType>,
  name: string,
  value: PropertyValue | undefined,
): Op[] {
  const keyOf = keyReader(name, types);
  return elements
    .filter((element) => element.properties[keyOf(element)] !== value)
    .map((element) => {
      const place = { on, id: element.id, key: keyOf(element) };
      return value === undefined ? { op: 'remove_property', ...place } : { op: 'set_property', ...place, value };
    });
}

/** How many there are of each label or edge type, the most first. */
export function countsByType(elements: readonly Element[]): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { of } of elements) counts.set(of, (counts.get(of) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
