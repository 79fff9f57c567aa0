/** What undo and redo answer for: all of a graph, but that labels, edge types and properties that were made may stay. */
import { dequal } from 'dequal';
import { isSweeping } from '../../replica/footprint';
import type { GraphView } from '../../shared/graph/graph';
import { foldName } from '../../shared/graph/names';
import type { Op } from '../../shared/graph/ops';
import { toSnapshot } from '../../shared/graph/snapshot';

export type Content = ReturnType<typeof contentOf>;

export function contentOf(graph: GraphView) {
  const { title, nodes, edges, labels, edgeTypes, views = [], rules = [] } = toSnapshot(graph);
  const byId = <T extends { id: string }>(elements: readonly T[]) => new Map(elements.map((each) => [each.id, each]));
  return {
    title,
    nodes: byId(nodes),
    edges: byId(edges),
    views: byId(views),
    rules: byId(rules),
    types: [...labels, ...edgeTypes],
  };
}

/** The content is the expected one, but for labels, edge types and properties that are there besides. */
export function isAllOf(content: Content, { types, ...elements }: Content): boolean {
  const hasTypes = types.every(({ name, style, properties }) => {
    const there = content.types.find((type) => type.name === name);
    const hasProperties = Object.entries(properties).every(([key, type]) => there?.properties[key] === type);
    return there !== undefined && hasProperties && dequal(there.style, style);
  });
  const { types: _there, ...found } = content;
  return hasTypes && dequal(found, elements);
}

/**
 * Whether the editor could make such a patch: it uses no id twice (SPEC.md, G2), what changes all elements of a type
 * stands alone, and a name that meant something else before is not used again, for what it means now is made to stay.
 */
export function isOneGesture(graph: GraphView, ops: readonly Op[]): boolean {
  return (!isSweeping(ops) || ops.length === 1) && !usesAnIdTwice(ops) && !ops.some((op) => reusesName(graph, op));
}

function usesAnIdTwice(ops: readonly Op[]): boolean {
  const gone = new Set(ops.flatMap((op) => (op.op === 'delete_node' ? [op.nodeId] : [])));
  const cut = new Set(ops.flatMap((op) => (op.op === 'delete_edge' ? [op.edgeId] : [])));
  return ops.some(
    (op) =>
      (op.op === 'create_node' && gone.has(op.nodeId)) ||
      (op.op === 'create_edge' && (cut.has(op.edgeId) || gone.size > 0)),
  );
}

function reusesName(graph: GraphView, op: Op): boolean {
  const wasUsed = (kind: 'label' | 'edgeType', name: string, keys: readonly string[]) =>
    ['', ...keys.map((key) => `.${foldName(key)}`)].some(
      (rest) => graph.get('former', `${kind}.${foldName(name)}${rest}`)?.was === 'name',
    );
  if (op.op === 'create_label') return wasUsed('label', op.label, Object.keys(op.properties));
  if (op.op === 'create_edge_type') return wasUsed('edgeType', op.type, Object.keys(op.properties));
  if (op.op === 'add_property') return wasUsed(op.on === 'node' ? 'label' : 'edgeType', op.of, [op.key]);
  return false;
}
