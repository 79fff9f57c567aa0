/** Asks the database which neighbours a node has, by edge type and direction. */
import type { GraphEngine, Row } from '../../engine/graph-engine';
import { quoted } from '../../shared/cypher/cypher-text';
import type { EdgeId, NodeId } from '../../shared/graph/model';

/** The neighbours that a node has by edges of one type, in one direction. */
export interface Neighbours {
  readonly type: string;
  readonly direction: 'out' | 'in';
  /** Each once, however many edges lead there. The node itself is no neighbour of its own. */
  readonly nodes: readonly NodeId[];
  readonly edges: readonly EdgeId[];
}

/** @returns most neighbours first */
export async function askNeighbours(
  engine: Pick<GraphEngine, 'query'>,
  label: string,
  id: NodeId,
): Promise<readonly Neighbours[]> {
  const ask = (pattern: string) =>
    engine.query(
      `MATCH (a:${quoted(label)} {id: $id})${pattern}(b) WHERE b.id <> $id ` +
        'RETURN label(e) AS type, e.id AS edge, b.id AS node',
      { id },
    );
  const [out, back] = await Promise.all([ask('-[e]->'), ask('<-[e]-')]);
  return [...grouped(out, 'out'), ...grouped(back, 'in')].sort((a, b) => b.nodes.length - a.nodes.length);
}

function grouped(rows: readonly Row[], direction: Neighbours['direction']): Neighbours[] {
  const types = new Map<string, { readonly nodes: Set<NodeId>; readonly edges: EdgeId[] }>();
  for (const { type, edge, node } of rows) {
    const known = types.get(String(type)) ?? { nodes: new Set(), edges: [] };
    types.set(String(type), known);
    known.nodes.add(String(node));
    known.edges.push(String(edge));
  }
  return Array.from(types, ([type, { nodes, edges }]) => ({ type, direction, nodes: [...nodes], edges }));
}
