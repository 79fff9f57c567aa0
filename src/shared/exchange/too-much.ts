/** Whether ops are more than one patch, or the graph, may hold: said before they are tried. */
import type { GraphLimits } from '../graph/graph-limits';
import type { ElementType } from '../graph/model';
import { foldName } from '../graph/names';
import type { Op } from '../graph/ops';

/** What there is in the graph already. */
export interface GraphSize {
  readonly nodes: { readonly size: number };
  readonly edges: { readonly size: number };
  readonly labels: ReadonlyMap<string, ElementType>;
  readonly edgeTypes: ReadonlyMap<string, ElementType>;
}

/** What there would be too much of, and how much there may be. */
export interface TooMuch {
  readonly of: 'atOnce' | 'bytes' | 'nodes' | 'edges' | 'labels' | 'edgeTypes' | 'properties';
  readonly limit: number;
}

/** Bytes of a message that are not its ops. */
const ENVELOPE = 1_000;

/** What these ops, which only create, would make too much of; undefined when nothing. */
export function tooMuch(ops: readonly Op[], graph: GraphSize, limits: GraphLimits): TooMuch | undefined {
  const count = (kind: Op['op']) => ops.filter(({ op }) => op === kind).length;
  const sizes: readonly (TooMuch & { readonly is: number })[] = [
    { of: 'atOnce', is: ops.length, limit: limits.opsPerPatch },
    { of: 'nodes', is: count('create_node') + graph.nodes.size, limit: limits.nodes },
    { of: 'edges', is: count('create_edge') + graph.edges.size, limit: limits.edges },
    { of: 'labels', is: typesAfter(ops, graph.labels, labelOf), limit: limits.labels },
    { of: 'edgeTypes', is: typesAfter(ops, graph.edgeTypes, edgeTypeOf), limit: limits.edgeTypes },
    { of: 'properties', is: mostProperties(ops, graph), limit: limits.propertiesPerType },
  ];
  const over = sizes.find(({ is, limit }) => is > limit);
  if (over !== undefined) return { of: over.of, limit: over.limit };
  const bytes = new TextEncoder().encode(JSON.stringify(ops)).byteLength;
  return bytes + ENVELOPE > limits.messageBytes ? { of: 'bytes', limit: limits.messageBytes } : undefined;
}

const labelOf = (op: Op) => (op.op === 'create_label' ? op.label : undefined);
const edgeTypeOf = (op: Op) => (op.op === 'create_edge_type' ? op.type : undefined);

/** How many there are afterwards; 0 when none is added: then it is no matter of these ops. */
function typesAfter(
  ops: readonly Op[],
  types: ReadonlyMap<string, ElementType>,
  nameOf: (op: Op) => string | undefined,
): number {
  const added = ops.flatMap((op) => nameOf(op) ?? []).filter((name) => !types.has(foldName(name)));
  return added.length === 0 ? 0 : added.length + types.size;
}

/** The most properties that one of the types which the ops write to has afterwards. */
function mostProperties(ops: readonly Op[], { labels, edgeTypes }: GraphSize): number {
  return ops.reduce((most, op) => {
    if (op.op !== 'create_label' && op.op !== 'create_edge_type') return most;
    const existing = op.op === 'create_label' ? labels.get(foldName(op.label)) : edgeTypes.get(foldName(op.type));
    const added = Object.keys(op.properties).filter((key) => !existing?.properties.has(foldName(key)));
    return added.length === 0 ? most : Math.max(most, added.length + (existing?.properties.size ?? 0));
  }, 0);
}
