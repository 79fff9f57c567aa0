/** The meaning of the ops about labels, edge types and their properties. */
import {
  findProperty,
  findType,
  formerPropertyKey,
  formerTypeKey,
  formerTypes,
  formerTypesKey,
  type Gone,
} from './former-names';
import type { GraphLimits } from './graph-limits';
import type {
  ElementType,
  Former,
  GraphEdge,
  GraphNode,
  Properties,
  PropertyDefinition,
  Style,
  TypeKind,
} from './model';
import { foldName } from './names';
import type { Op } from './ops';
import { type RecordingGraph, Refusal } from './recording-graph';
import { retypedValue } from './retyped-value';
import { type PropertyType, type PropertyValue, TYPE_WORDS } from './values';

/** How many former names a graph remembers; one more, and it forgets them all. */
const MOST_FORMER = 1_000;

/** The label or edge type that a name means. @throws Refusal when there never was one */
export function typeNamed(graph: RecordingGraph, kind: TypeKind, name: string): ElementType | Gone {
  const type = findType(graph, kind, name);
  if (type !== undefined) return type;
  throw kind === 'label'
    ? new Refusal('NO_SUCH_LABEL', `There is no label "${name}" in this graph.`)
    : new Refusal('NO_SUCH_EDGE_TYPE', `There is no edge type "${name}" in this graph.`);
}

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

interface Given {
  readonly properties: Readonly<Record<string, PropertyType>>;
  readonly style?: Style | undefined;
}

/** Creates a label or edge type; one that exists keeps its style and gets the properties it lacks. */
export function createType(graph: RecordingGraph, kind: TypeKind, name: string, given: Given): void {
  const key = foldName(name);
  const existing = graph.get(kind, key);
  if (existing === undefined) {
    checkNameFree(graph, kind, name);
    if (kind === 'label') graph.checkRoom(kind, graph.limits.labels, 'labels');
    else graph.checkRoom(kind, graph.limits.edgeTypes, 'edge types');
    forgetName(graph, formerTypeKey(kind, name));
  }
  const type = existing ?? { name, properties: new Map(), style: given.style ?? {} };
  addProperties(graph, kind, type, given.properties);
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

/** A new name for a label or edge type, everywhere. */
export function renameType(graph: RecordingGraph, kind: TypeKind, type: ElementType, to: string): undefined {
  if (type.name === to) return;
  const [from, key] = [foldName(type.name), foldName(to)];
  if (from !== key) {
    checkNameFree(graph, kind, to);
    if (graph.get(kind, key) !== undefined) throw taken(to, kind);
    graph.put(kind, from, undefined);
    moveFormerOfType(graph, kind, type.name, to);
  }
  graph.put(kind, key, { ...type, name: to });
  if (kind === 'label') eachNodeOf(graph, type, (node) => ({ ...node, label: to }));
  else eachEdgeOf(graph, type, (edge) => ({ ...edge, type: to }));
}

/** The fields of the style that are given. */
export function setStyle(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  change: (Op & { op: 'set_style' })['style'],
): undefined {
  const fields = Object.entries({ ...type.style, ...change });
  const style: Style = Object.fromEntries(fields.filter(([, value]) => value !== null && value !== undefined));
  putType(graph, kind, { ...type, style });
}

/**
 * Deletes a label with its nodes and their edges, or an edge type with its edges.
 * @param unused only when there are none
 */
export function deleteType(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  unused = false,
): 'in_use' | undefined {
  if (unused && isUsed(graph, kind, type)) return 'in_use';
  if (kind === 'label') {
    for (const [nodeId, node] of graph.all('node')) if (node.label === type.name) deleteNode(graph, nodeId);
  } else {
    for (const [edgeId, edge] of graph.all('edge')) if (edge.type === type.name) graph.put('edge', edgeId, undefined);
  }
  graph.put(kind, foldName(type.name), undefined);
  const prefix = `${formerTypeKey(kind, type.name)}.`;
  for (const [key] of graph.all('former')) if (key.startsWith(prefix)) graph.put('former', key, undefined);
  recordName(graph, formerTypeKey(kind, type.name), { from: type.name, to: null });
  return undefined;
}

/** Whether any node or edge has the type; with a property, whether any of them has a value of it. */
function isUsed(graph: RecordingGraph, kind: TypeKind, type: ElementType, property?: string): boolean {
  const elements =
    kind === 'label'
      ? graph.all('node').filter(([, node]) => node.label === type.name)
      : graph.all('edge').filter(([, edge]) => edge.type === type.name);
  return elements.some(([, { properties }]) => property === undefined || properties.has(property));
}

/** Deletes a node with its edges. */
export function deleteNode(graph: RecordingGraph, nodeId: string): void {
  for (const edgeId of [...graph.edgesAt(nodeId)]) graph.put('edge', edgeId, undefined);
  graph.put('node', nodeId, undefined);
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

function putType(graph: RecordingGraph, kind: TypeKind, type: ElementType): void {
  const key = foldName(type.name);
  if (graph.get(kind, key) !== type) graph.put(kind, key, type);
}

/** Labels and edge types share one namespace. @throws Refusal when the other kind has the name */
function checkNameFree(graph: RecordingGraph, kind: TypeKind, name: string): void {
  const other = kind === 'label' ? 'edgeType' : 'label';
  const clash = graph.get(other, foldName(name));
  if (clash !== undefined) throw taken(clash.name, other);
}

function taken(name: string, kind: TypeKind): Refusal {
  return new Refusal(
    'NAME_TAKEN',
    `"${name}" is already ${kind === 'label' ? 'a label' : 'an edge type'} in this graph.`,
  );
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

function eachNodeOf(graph: RecordingGraph, label: ElementType, change: (node: GraphNode) => GraphNode): void {
  for (const [id, node] of graph.all('node')) {
    const changed = node.label === label.name ? change(node) : node;
    if (changed !== node) graph.put('node', id, changed);
  }
}

function eachEdgeOf(graph: RecordingGraph, type: ElementType, change: (edge: GraphEdge) => GraphEdge): void {
  for (const [id, edge] of graph.all('edge')) {
    const changed = edge.type === type.name ? change(edge) : edge;
    if (changed !== edge) graph.put('edge', id, changed);
  }
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

/** The name is in use: what it meant before counts no more. */
function forgetName(graph: RecordingGraph, key: string): void {
  if (graph.get('former', key) !== undefined) graph.put('former', key, undefined);
}

/**
 * Notes what became of a name, also for the names that led to it.
 * @param key the former name's; those beside it differ from it after the last dot alone
 */
function recordName(graph: RecordingGraph, key: string, { from, to }: { from: string; to: string | null }): void {
  const scope = key.slice(0, key.lastIndexOf('.') + 1);
  const beside = graph
    .all('former')
    .filter(([other]) => other.startsWith(scope) && !other.slice(scope.length).includes('.'));
  for (const [other, former] of beside) {
    if (former.was === 'name' && former.now === from) graph.put('former', other, { was: 'name', now: to });
  }
  if (to !== null) forgetName(graph, `${scope}${foldName(to)}`);
  if (graph.count('former') >= MOST_FORMER)
    for (const [other] of graph.all('former')) graph.put('former', other, undefined);
  graph.put('former', key, { was: 'name', now: to });
}

/** What is remembered of a type's properties goes with it to its new name. */
function moveFormerOfType(graph: RecordingGraph, kind: TypeKind, from: string, to: string): void {
  const prefix = `${formerTypeKey(kind, from)}.`;
  for (const [key] of graph.all('former')) {
    if (key.startsWith(prefix)) moveEntry(graph, key, `${formerTypeKey(kind, to)}.${key.slice(prefix.length)}`);
  }
  recordName(graph, formerTypeKey(kind, from), { from, to });
}

function moveEntry(graph: RecordingGraph, from: string, to: string): void {
  const entry: Former | undefined = graph.get('former', from);
  if (entry === undefined) return;
  graph.put('former', from, undefined);
  graph.put('former', to, entry);
}
