/** Makes the types of a piece fit a graph that has types of its own (SPEC.md, A3): which there are, and what they lack. */
import type { ElementType, PropertyDefinition, Style } from '../graph/model';
import { foldName } from '../graph/names';
import type { GraphSnapshot } from '../graph/snapshot';
import type { PropertyType, PropertyValue } from '../graph/values';
import { LIMITS } from '../limits';
import { typeOfValue } from './convert-value';

type Types = ReadonlyMap<string, ElementType>;

/** A label or edge type as elements of a piece will have it. */
export interface FittedType {
  /** As the graph spells it; another than in the piece where that one is taken by the other kind. */
  readonly name: string;
  readonly isNew: boolean;
  readonly style: Style | undefined;
  /** By folded name, as they will be: the graph's own first. */
  readonly properties: Map<string, PropertyDefinition>;
  /** Those of them that the graph has yet to get. */
  readonly missing: Map<string, PropertyType>;
}

/** An element, for what its type has to have. */
interface Instance {
  readonly of: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

/**
 * @param own the graph's types of this kind
 * @param other its types of the other kind, whose names cannot be had
 * @returns the types by the folded names they have in the piece
 */
export function fitTypes(
  declared: GraphSnapshot['labels'],
  instances: readonly Instance[],
  own: Types,
  other: ReadonlySet<string>,
): Map<string, FittedType> {
  const fitted = new Map<string, FittedType>();
  /** What a type that has to be called otherwise cannot be called: also not as another of the piece is. */
  const taken = new Set([
    ...other,
    ...declared.map(({ name }) => foldName(name)),
    ...instances.map(({ of }) => foldName(of)),
  ]);
  const typeNamed = (name: string, style?: Style): FittedType => {
    const key = foldName(name);
    const known = fitted.get(key);
    if (known !== undefined) return known;
    const type = fittedType(other.has(key) ? freeName(name, taken) : name, style, own);
    taken.add(foldName(type.name));
    fitted.set(key, type);
    return type;
  };
  for (const { name, style, properties } of declared) {
    const type = typeNamed(name, style);
    for (const [key, valueType] of Object.entries(properties)) addProperty(type, key, valueType);
  }
  // What was written by hand may use what it has not declared.
  for (const { of, properties } of instances) {
    const type = typeNamed(of);
    for (const [key, value] of Object.entries(properties)) addProperty(type, key, typeOfValue(value));
  }
  return fitted;
}

function fittedType(name: string, style: Style | undefined, own: Types): FittedType {
  const existing = own.get(foldName(name));
  return {
    name: existing?.name ?? name,
    isNew: existing === undefined,
    style,
    properties: new Map(existing?.properties),
    missing: new Map(),
  };
}

function addProperty({ properties, missing }: FittedType, name: string, type: PropertyType): void {
  const key = foldName(name);
  if (properties.has(key)) return;
  properties.set(key, { name, type });
  missing.set(name, type);
}

/** The name, or the first of "name 2", "name 3" … that is not taken. @param taken folded names */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(foldName(free)); n += 1) {
    const end = ` ${n}`;
    free = `${[...name]
      .slice(0, LIMITS.nameLength - end.length)
      .join('')
      .trimEnd()}${end}`;
  }
  return free;
}
