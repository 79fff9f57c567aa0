/** Random graphs over few names, so that two of them have types in common that differ. Test support only. */
import fc from 'fast-check';
import { applyPatch } from '../../graph/apply-patch';
import { Graph } from '../../graph/graph';
import type { ElementType } from '../../graph/model';
import type { Op } from '../../graph/ops';
import { arbitraryOp, SCHEMA_OPS } from '../../graph/ops.arbitrary';
import { toSnapshot } from '../../graph/snapshot';
import type { PieceSource } from '../piece';

/** Labels that other graphs may have as edge types. */
const CLASHING: readonly Op[] = [
  { op: 'create_label', label: 'knows', properties: { name: 'STRING' } },
  { op: 'create_label', label: 'knows 2', properties: { name: 'INT64' } },
  { op: 'create_edge_type', type: 'Person', properties: { size: 'STRING' } },
];

/** What is refused changes nothing; the rest makes the graph. */
export const arbitraryGraph: fc.Arbitrary<Graph> = fc
  .tuple(fc.subarray([...CLASHING]), fc.boolean(), fc.array(arbitraryOp, { maxLength: 40 }))
  .map(([clashing, withSchema, ops]) => {
    const graph = new Graph();
    const schema = withSchema ? SCHEMA_OPS : [];
    for (const op of [...clashing, ...schema, ...ops]) applyPatch(graph, [op]);
    return graph;
  });

export function typesOf(graph: Graph): {
  labels: ReadonlyMap<string, ElementType>;
  edgeTypes: ReadonlyMap<string, ElementType>;
} {
  return { labels: new Map(graph.entries('label')), edgeTypes: new Map(graph.entries('edgeType')) };
}

/** As the page has it: rows, and the schema beside them. */
export function sourceOf(graph: Graph): PieceSource {
  const { nodes, edges } = toSnapshot(graph);
  return {
    ...typesOf(graph),
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(edges.map((edge) => [edge.id, edge])),
  };
}
