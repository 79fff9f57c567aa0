/**
 * How ops find the label, edge type or property they name, also when it was renamed, deleted or given another type after
 * they were made (SPEC.md, A9). A name that is in use means what it names now, whatever it named before.
 *
 * Invariant: every `now` in the table is a name in use, or null. Whoever renames or deletes keeps it so.
 */
import type { GraphView } from './graph';
import type { ElementType, Former, PropertyDefinition, TypeKind } from './model';
import { foldName } from './names';
import type { PropertyType } from './values';

/** Stands for what was deleted. */
export const GONE = Symbol('gone');
export type Gone = typeof GONE;

type Readable = Pick<GraphView, 'get'>;

/** The key of a former name of a label or edge type. Names have no dots. */
export function formerTypeKey(kind: TypeKind, name: string): string {
  return `${kind}.${foldName(name)}`;
}

/** The key of a former name of a property. */
export function formerPropertyKey(kind: TypeKind, typeName: string, name: string): string {
  return `${formerTypeKey(kind, typeName)}.${foldName(name)}`;
}

/** The key of the types a property had before. */
export function formerTypesKey(kind: TypeKind, typeName: string, name: string): string {
  return `${formerPropertyKey(kind, typeName, name)}.type`;
}

/** The label or edge type that a name means; undefined when there never was one. */
export function findType(graph: Readable, kind: TypeKind, name: string): ElementType | Gone | undefined {
  const type = graph.get(kind, foldName(name));
  if (type !== undefined) return type;
  const now = nameNow(graph.get('former', formerTypeKey(kind, name)));
  return typeof now === 'string' ? graph.get(kind, foldName(now)) : now;
}

/** The property of a label or edge type that a name means; undefined when there never was one. */
export function findProperty(
  graph: Readable,
  kind: TypeKind,
  type: ElementType,
  name: string,
): PropertyDefinition | Gone | undefined {
  const property = type.properties.get(foldName(name));
  if (property !== undefined) return property;
  const now = nameNow(graph.get('former', formerPropertyKey(kind, type.name, name)));
  return typeof now === 'string' ? type.properties.get(foldName(now)) : now;
}

/** The types that a property had before the one it has. */
export function formerTypes(graph: Readable, kind: TypeKind, type: ElementType, name: string): readonly PropertyType[] {
  const former = graph.get('former', formerTypesKey(kind, type.name, name));
  return former?.was === 'type' ? former.types : [];
}

function nameNow(former: Former | undefined): string | Gone | undefined {
  if (former?.was !== 'name') return undefined;
  return former.now ?? GONE;
}
