/** A piece of a graph: some of its nodes, the edges among them, and the types these need. What copying takes along. */
import type { EdgeId, ElementType, NodeId, Position } from '../graph/model';
import { foldName } from '../graph/names';
import { type GraphSnapshot, typeToJson } from '../graph/snapshot';

type NodeJson = GraphSnapshot['nodes'][number];
type EdgeJson = GraphSnapshot['edges'][number];
type Readonlys<T> = { readonly [K in keyof T]: T[K] };

/** Where a piece is taken from: the nodes and edges of a graph, and its types by folded name. */
export interface PieceSource {
  readonly nodes: ReadonlyMap<NodeId, Readonlys<NodeJson>>;
  readonly edges: ReadonlyMap<EdgeId, Readonlys<EdgeJson>>;
  readonly labels: ReadonlyMap<string, ElementType>;
  readonly edgeTypes: ReadonlyMap<string, ElementType>;
}

/** These nodes and all edges among them. Nodes that are not there are passed over. */
export function pieceOf(source: PieceSource, ids: Iterable<NodeId>): GraphSnapshot {
  const wanted = new Set(ids);
  const nodes = [...wanted].flatMap((id) => source.nodes.get(id) ?? []);
  const edges = [...source.edges.values()].filter((edge) => wanted.has(edge.source) && wanted.has(edge.target));
  return {
    labels: typesNamed(source.labels, nodes, ({ label }) => label),
    edgeTypes: typesNamed(source.edgeTypes, edges, ({ type }) => type),
    nodes: nodes.map(({ id, label, position, properties }) => ({ id, label, position, properties })),
    edges: edges.map(({ id, type, source, target, properties }) => ({ id, type, source, target, properties })),
  };
}

/** The types of these elements, in the order in which the graph has them. */
function typesNamed<T>(
  types: ReadonlyMap<string, ElementType>,
  elements: readonly T[],
  nameOf: (element: T) => string,
) {
  const used = new Set(elements.map((element) => foldName(nameOf(element))));
  return Array.from(types).flatMap(([key, type]) => (used.has(key) ? typeToJson(type) : []));
}

/** The middle of the smallest box around all these nodes. @param size of every node's card */
export function middleOf(
  nodes: readonly { readonly position: Position }[],
  size: { readonly width: number; readonly height: number },
): Position {
  const [xs, ys] = [nodes.map(({ position }) => position.x), nodes.map(({ position }) => position.y)];
  return { x: halfway(xs) + size.width / 2, y: halfway(ys) + size.height / 2 };
}

function halfway(values: readonly number[]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return values.length === 0 ? 0 : (least + most) / 2;
}
