/** The meaning of the ops about labels and edge types; `property-ops.ts` has those about their properties. */
import { findType, formerTypeKey, type Gone } from './former-names';
import type { ElementType, Style, TypeKind } from './model';
import { foldName } from './names';
import type { Op } from './ops';
import { addProperties } from './property-ops';
import { forgetName, moveFormerOfType, recordName } from './recorded-names';
import { type RecordingGraph, Refusal } from './recording-graph';
import { deleteNode, eachEdgeOf, eachNodeOf, isUsed, putType } from './type-elements';
import type { PropertyType } from './values';

/** The label or edge type that a name means. @throws Refusal when there never was one */
export function typeNamed(graph: RecordingGraph, kind: TypeKind, name: string): ElementType | Gone {
  const type = findType(graph, kind, name);
  if (type !== undefined) return type;
  throw kind === 'label'
    ? new Refusal('NO_SUCH_LABEL', `There is no label "${name}" in this graph.`)
    : new Refusal('NO_SUCH_EDGE_TYPE', `There is no edge type "${name}" in this graph.`);
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
