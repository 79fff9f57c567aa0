/** The meaning of the ops about nodes and edges. Each returns why it is moot, or undefined. */
import { findProperty, formerTypes, GONE } from './former-names';
import { type ElementType, type GraphEdge, type GraphNode, type Properties, TYPE_KINDS, type TypeKind } from './model';
import { foldName } from './names';
import type { Op } from './ops';
import { propertyNamed } from './property-ops';
import { type RecordingGraph, Refusal } from './recording-graph';
import { retypedValue } from './retyped-value';
import { deleteNode } from './type-elements';
import { typeNamed } from './type-ops';
import { type PropertyValue, valueProblem } from './values';

/**
 * Why an op was moot. What it names is gone: the node, the edge, an end of the edge, the label or edge type, the property;
 * or the id of what it would make is in use; or its value does not fit the type that its property was given meanwhile;
 * or what was to go only if it is unused is in use. A view or a rule that was to be deleted is gone.
 */
export const SKIP_REASONS = [
  'node_gone',
  'edge_gone',
  'end_gone',
  'type_gone',
  'property_gone',
  'exists',
  'does_not_fit',
  'in_use',
  'view_gone',
  'rule_gone',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

type OpOf<K extends Op['op']> = Op & { op: K };

export function createNode(graph: RecordingGraph, op: OpOf<'create_node'>): SkipReason | undefined {
  const label = typeNamed(graph, 'label', op.label);
  if (label === GONE) return 'type_gone';
  const properties = checkedProperties(graph, 'label', label, op.properties);
  if (graph.get('node', op.nodeId) !== undefined) return 'exists';
  graph.checkRoom('node', graph.limits.nodes, 'nodes');
  const { nodeId: id, position, locked } = op;
  const node: GraphNode = { id, label: label.name, position, properties };
  graph.put('node', id, locked ? { ...node, locked } : node);
  return undefined;
}

export function createEdge(graph: RecordingGraph, op: OpOf<'create_edge'>): SkipReason | undefined {
  const type = typeNamed(graph, 'edgeType', op.type);
  if (type === GONE) return 'type_gone';
  const properties = checkedProperties(graph, 'edgeType', type, op.properties);
  const { edgeId: id, source, target } = op;
  if (graph.get('edge', id) !== undefined) return 'exists';
  if (!isThere(graph, source) || !isThere(graph, target)) return 'end_gone';
  graph.checkRoom('edge', graph.limits.edges, 'edges');
  graph.put('edge', id, { id, type: type.name, source, target, properties });
  return undefined;
}

export function moveNode(graph: RecordingGraph, { nodeId, position }: OpOf<'move_node'>): SkipReason | undefined {
  return changeNode(graph, nodeId, (node) => ({ ...node, position }));
}

export function setLocked(graph: RecordingGraph, op: OpOf<'set_locked'>): SkipReason | undefined {
  return changeNode(graph, op.nodeId, ({ locked: _before, ...node }) => (op.locked ? { ...node, locked: true } : node));
}

/** Another label for a node. Of its properties those stay that the label has, as values of the types it has. */
export function setLabel(graph: RecordingGraph, op: OpOf<'set_label'>): SkipReason | undefined {
  const label = typeNamed(graph, 'label', op.label);
  if (label === GONE) return 'type_gone';
  return changeNode(graph, op.nodeId, (node) => ({
    ...node,
    label: label.name,
    properties: fittingProperties(graph, 'label', label, node.properties),
  }));
}

/** Another type for an edge. Of its properties those stay that the type has, as values of the types it has. */
export function setEdgeType(graph: RecordingGraph, op: OpOf<'set_edge_type'>): SkipReason | undefined {
  const type = typeNamed(graph, 'edgeType', op.type);
  if (type === GONE) return 'type_gone';
  return changeEdge(graph, op.edgeId, (edge) => ({
    ...edge,
    type: type.name,
    properties: fittingProperties(graph, 'edgeType', type, edge.properties),
  }));
}

/** Other ends for an edge: one value, set together. */
export function setEnds(graph: RecordingGraph, { edgeId, source, target }: OpOf<'set_ends'>): SkipReason | undefined {
  if (graph.get('edge', edgeId) === undefined) return 'edge_gone';
  if (!isThere(graph, source) || !isThere(graph, target)) return 'end_gone';
  return changeEdge(graph, edgeId, (edge) => ({ ...edge, source, target }));
}

export function removeNode(graph: RecordingGraph, { nodeId }: OpOf<'delete_node'>): SkipReason | undefined {
  if (!isThere(graph, nodeId)) return 'node_gone';
  deleteNode(graph, nodeId);
  return undefined;
}

export function removeEdge(graph: RecordingGraph, { edgeId }: OpOf<'delete_edge'>): SkipReason | undefined {
  if (graph.get('edge', edgeId) === undefined) return 'edge_gone';
  graph.put('edge', edgeId, undefined);
  return undefined;
}

export function setProperty(graph: RecordingGraph, op: OpOf<'set_property'>): SkipReason | undefined {
  return changeProperties(graph, op, (kind, type, properties) => {
    const checked = checkedProperty(graph, kind, type, op.key, op.value);
    return typeof checked === 'string' ? checked : new Map(properties).set(...checked);
  });
}

export function removeProperty(graph: RecordingGraph, op: OpOf<'remove_property'>): SkipReason | undefined {
  return changeProperties(graph, op, (kind, type, properties) => {
    const property = findProperty(graph, kind, type, op.key);
    if (property === undefined || property === GONE || !properties.has(property.name)) return properties;
    const rest = new Map(properties);
    rest.delete(property.name);
    return rest;
  });
}

function isThere(graph: RecordingGraph, nodeId: string): boolean {
  return graph.get('node', nodeId) !== undefined;
}

function changeNode(graph: RecordingGraph, id: string, change: (node: GraphNode) => GraphNode): SkipReason | undefined {
  const node = graph.get('node', id);
  if (node === undefined) return 'node_gone';
  graph.put('node', id, change(node));
  return undefined;
}

function changeEdge(graph: RecordingGraph, id: string, change: (edge: GraphEdge) => GraphEdge): SkipReason | undefined {
  const edge = graph.get('edge', id);
  if (edge === undefined) return 'edge_gone';
  graph.put('edge', id, change(edge));
  return undefined;
}

function changeProperties(
  graph: RecordingGraph,
  target: { on: 'node' | 'edge'; id: string },
  change: (kind: TypeKind, type: ElementType, properties: Properties) => Properties | SkipReason,
): SkipReason | undefined {
  const kind = TYPE_KINDS[target.on];
  const element = target.on === 'node' ? graph.get('node', target.id) : graph.get('edge', target.id);
  if (element === undefined) return target.on === 'node' ? 'node_gone' : 'edge_gone';
  const type = graph.get(kind, foldName('label' in element ? element.label : element.type));
  if (type === undefined) return 'type_gone';
  const properties = change(kind, type, element.properties);
  if (typeof properties === 'string') return properties;
  if (properties === element.properties) return undefined;
  if ('label' in element) graph.put('node', element.id, { ...element, properties });
  else graph.put('edge', element.id, { ...element, properties });
  return undefined;
}

/**
 * A property and its value as they are to be kept, or why there is nothing to keep.
 * @throws Refusal when the type never had the property, or it never had a type that the value fits
 */
function checkedProperty(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  key: string,
  value: PropertyValue,
): [string, PropertyValue] | 'property_gone' | 'does_not_fit' {
  const property = propertyNamed(graph, kind, type, key);
  if (property === GONE) return 'property_gone';
  const { textLength } = graph.limits;
  if (typeof value === 'string' && value.length > textLength) {
    throw new Refusal('LIMIT_REACHED', `"${property.name}" of ${type.name} can have at most ${textLength} characters.`);
  }
  const problem = valueProblem(property.type, value);
  if (problem === undefined) return [property.name, value];
  const fitBefore = formerTypes(graph, kind, type, property.name).some(
    (former) => valueProblem(former, value) === undefined,
  );
  if (!fitBefore) throw new Refusal('WRONG_TYPE', `"${property.name}" of ${type.name}: ${problem}`);
  const retyped = retypedValue(value, property.type);
  return retyped === undefined ? 'does_not_fit' : [property.name, retyped];
}

/** The values a new element gets: without those whose property was deleted, or given a type they do not fit. */
function checkedProperties(
  graph: RecordingGraph,
  kind: TypeKind,
  type: ElementType,
  given: Readonly<Record<string, PropertyValue>>,
): Properties {
  const properties = new Map<string, PropertyValue>();
  for (const [key, value] of Object.entries(given)) {
    const checked = checkedProperty(graph, kind, type, key, value);
    if (typeof checked !== 'string') properties.set(...checked);
  }
  return properties;
}

function fittingProperties(graph: RecordingGraph, kind: TypeKind, type: ElementType, given: Properties): Properties {
  const properties = new Map<string, PropertyValue>();
  for (const [key, value] of given) {
    const property = findProperty(graph, kind, type, key);
    if (property === undefined || property === GONE) continue;
    const retyped = retypedValue(value, property.type);
    if (retyped !== undefined) properties.set(property.name, retyped);
  }
  return properties;
}
