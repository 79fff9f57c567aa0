/**
 * The ops that make one graph out of another that has the same labels and edge types, and in which no node has another
 * label and no edge another type: in a database these are tables, and what changes tables is another element.
 */
import { diffGraphs } from './changes';
import type { GraphView } from './graph';
import type { GraphEdge, GraphNode } from './model';
import type { Op } from './ops';

/** What makes the nodes and edges of `before` those of `after`, in an order in which every op counts. */
export function opsBetween(before: GraphView, after: GraphView): Op[] {
  const { node, edge } = diffGraphs(before, after);
  const ops: Op[] = [];
  const gone = new Set<string>();
  for (const [id, change] of node) if (change.after === undefined) gone.add(id);
  for (const [edgeId, { before: was, after: is }] of edge) {
    const goesWithNode = was !== undefined && (gone.has(was.source) || gone.has(was.target));
    if (is === undefined && !goesWithNode) ops.push({ op: 'delete_edge', edgeId });
  }
  for (const { before: was, after: is } of node.values()) {
    if (is !== undefined && was === undefined) ops.push(creation(is));
    else if (is !== undefined && was !== undefined) ops.push(...nodeEdits(was, is));
  }
  for (const { before: was, after: is } of edge.values()) {
    if (is === undefined) continue;
    // An edge whose end goes would go with it, so it is given its new ends before nodes are deleted.
    if (was === undefined) {
      const { id: edgeId, type, source, target, properties } = is;
      ops.push({ op: 'create_edge', edgeId, type, source, target, properties: Object.fromEntries(properties) });
    } else ops.push(...edgeEdits(was, is));
  }
  for (const nodeId of gone) ops.push({ op: 'delete_node', nodeId });
  return ops;
}

function creation({ id: nodeId, label, position, properties, locked }: GraphNode): Op {
  const node = { nodeId, label, position, properties: Object.fromEntries(properties) };
  return { op: 'create_node', ...node, ...(locked && { locked }) };
}

function* nodeEdits(was: GraphNode, is: GraphNode): Iterable<Op> {
  const nodeId = is.id;
  if (was.position.x !== is.position.x || was.position.y !== is.position.y) {
    yield { op: 'move_node', nodeId, position: is.position };
  }
  if (was.locked !== is.locked) yield { op: 'set_locked', nodeId, locked: is.locked ?? false };
  yield* propertyEdits('node', was, is);
}

function* edgeEdits(was: GraphEdge, is: GraphEdge): Iterable<Op> {
  const { id: edgeId, source, target } = is;
  if (was.source !== source || was.target !== target) yield { op: 'set_ends', edgeId, source, target };
  yield* propertyEdits('edge', was, is);
}

function* propertyEdits<T extends GraphNode | GraphEdge>(on: 'node' | 'edge', was: T, is: T): Iterable<Op> {
  for (const [key, value] of is.properties) {
    if (was.properties.get(key) !== value) yield { op: 'set_property', on, id: is.id, key, value };
  }
  for (const key of was.properties.keys()) {
    if (!is.properties.has(key)) yield { op: 'remove_property', on, id: is.id, key };
  }
}
