/** The meaning of the ops about the properties of labels and edge types. */
import { findProperty, formerPropertyKey, formerTypes, formerTypesKey, type Gone } from './former-names';
import type { GraphLimits } from './graph-limits';
import type { ElementType, Properties, PropertyDefinition, TypeKind } from './model';
import { foldName } from './names';
import { forgetName, moveEntry, recordName } from './recorded-names';
import { type RecordingGraph, Refusal } from './recording-graph';
import { retypedValue } from './retyped-value';
import { eachEdgeOf, eachNodeOf, isUsed, putType } from './type-elements';
import { type PropertyType, type PropertyValue, TYPE_WORDS } from './values';

/** The property that a name means. @throws Refusal when there never was one */
export function propertyNamed(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  name: string,
): PropertyDefinition | Gone {
  const property = findProperty(graph, kind, type, name);
  if (property !== undefined) return property;
  throw new Refusal('NO_SUCH_PROPERTY', `${type.name} has no property "${name}".`);
}

/** Adds to a label or edge type the properties it lacks. */
export function addProperties(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  given: Readonly<Record<string, PropertyType>>,
): undefined {
  const grown = withProperties(type, given, graph.limits);
  for (const key of grown.properties.keys()) {
    if (!type.properties.has(key)) forgetName(graph, formerPropertyKey(kind, type.name, key));
  }
  putType(graph, kind, grown);
}

/** A new name for a property, everywhere. */
export function renameProperty(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  property: PropertyDefinition,
  to: string,
): undefined {
  if (property.name === to) return;
  const [from, key] = [foldName(property.name), foldName(to)];
  if (from !== key && type.properties.has(key)) {
    throw new Refusal('NAME_TAKEN', `${type.name} has a property "${to}" already.`);
  }
  const properties = new Map(
    Array.from(type.properties, ([name, each]) => (name === from ? [key, { ...each, name: to }] : [name, each])),
  );
  const isCaption = type.style.caption !== undefined && foldName(type.style.caption) === from;
  const style = isCaption ? { ...type.style, caption: to } : type.style;
  putType(graph, kind, { ...type, properties, style });
  eachValue(
    graph,
    kind,
    type,
    property.name,
    (values, value) =>
      // The order stays, as it stays in the schema.
      new Map(Array.from(values, ([name, each]) => (name === property.name ? [to, value] : [name, each]))),
  );
  if (from === key) return;
  moveEntry(graph, formerTypesKey(kind, type.name, from), formerTypesKey(kind, type.name, key));
  recordName(graph, formerPropertyKey(kind, type.name, from), { from: property.name, to });
}

/** Gives a property another type. Values become ones of that type; those that do not fit are removed. */
export function setPropertyType(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  property: PropertyDefinition,
  to: PropertyType,
): undefined {
  if (property.type === to) return;
  const properties = new Map(type.properties).set(foldName(property.name), { ...property, type: to });
  putType(graph, kind, { ...type, properties });
  const types = new Set([...formerTypes(graph, kind, type, property.name), property.type]);
  graph.put('former', formerTypesKey(kind, type.name, property.name), { was: 'type', types: [...types] });
  eachValue(graph, kind, type, property.name, (values, value) => {
    const retyped = retypedValue(value, to);
    if (retyped === value) return values;
    const changed = new Map(values);
    if (retyped === undefined) changed.delete(property.name);
    else changed.set(property.name, retyped);
    return changed;
  });
}

/**
 * Deletes a property and all its values.
 * @param unused only when there are none
 */
export function deleteProperty(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  property: PropertyDefinition,
  unused = false,
): 'in_use' | undefined {
  if (unused && isUsed(graph, kind, type, property.name)) return 'in_use';
  const key = foldName(property.name);
  const properties = new Map(type.properties);
  properties.delete(key);
  const { caption, ...others } = type.style;
  const isCaption = caption !== undefined && foldName(caption) === key;
  putType(graph, kind, { ...type, properties, style: isCaption ? others : type.style });
  eachValue(graph, kind, type, property.name, (values) => {
    const rest = new Map(values);
    rest.delete(property.name);
    return rest;
  });
  graph.put('former', formerTypesKey(kind, type.name, key), undefined);
  recordName(graph, formerPropertyKey(kind, type.name, key), { from: property.name, to: null });
  return undefined;
}

/** `type` with the properties it lacks; `type` itself when it lacks none. */
function withProperties(
  type: ElementType,
  wanted: Readonly<Record<string, PropertyType>>,
  limits: GraphLimits,
): ElementType {
  const properties = new Map(type.properties);
  for (const [name, wantedType] of Object.entries(wanted)) {
    const existing = properties.get(foldName(name));
    if (existing === undefined) properties.set(foldName(name), { name, type: wantedType });
    else if (existing.type !== wantedType) {
      throw new Refusal('WRONG_TYPE', `"${existing.name}" of ${type.name} is already a ${TYPE_WORDS[existing.type]}.`);
    }
  }
  if (properties.size > type.properties.size && properties.size > limits.propertiesPerType) {
    throw new Refusal('LIMIT_REACHED', `${type.name} can have at most ${limits.propertiesPerType} properties.`);
  }
  return properties.size === type.properties.size ? type : { ...type, properties };
}

/** Changes the properties of all elements of a type that have a value of one. */
function eachValue(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  property: string,
  change: (values: Properties, value: PropertyValue) => Properties,
): void {
  const changed = <T extends { readonly properties: Properties }>(element: T): T => {
    const value = element.properties.get(property);
    if (value === undefined) return element;
    const properties = change(element.properties, value);
    return properties === element.properties ? element : { ...element, properties };
  };
  if (kind === 'label') eachNodeOf(graph, type, changed);
  else eachEdgeOf(graph, type, changed);
}
