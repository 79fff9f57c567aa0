/** Trees in a graph that is none: each vertex once, below the nearest root that leads to it. */
import { byId, type Vertex } from './vertices';

export interface Branch {
  /** Undefined in the one that only holds several trees together. */
  readonly vertex: Vertex | undefined;
  readonly children: Branch[];
}

/**
 * Roots are the vertices that nothing leads to; where a cycle has none, the one with the fewest edges in and the most out.
 * Edges are followed backwards where that needs fewer roots: in many graphs, many children name one parent.
 * @param vertices with all that edges join them to
 */
export function spanningForest(vertices: readonly Vertex[]): Branch[] {
  const sources = vertices.filter(({ from }) => from.length === 0);
  const sinks = vertices.filter(({ to }) => to.length === 0);
  const backwards = sinks.length > 0 && (sources.length === 0 || sinks.length < sources.length);
  const below = (vertex: Vertex) => (backwards ? vertex.from : vertex.to);
  const above = (vertex: Vertex) => (backwards ? vertex.to : vertex.from);
  const inOrder = [...vertices].sort(
    (a, b) => above(a).length - above(b).length || below(b).length - below(a).length || byId(a, b),
  );

  const seen = new Set<Vertex>();
  const roots: Branch[] = [];
  const plant = (vertex: Vertex): Branch => {
    const root = { vertex, children: [] };
    seen.add(vertex);
    roots.push(root);
    return root;
  };
  const grow = (row: Branch[]) => {
    // Grows while it is walked: one row of all trees after the other.
    for (const { vertex, children } of row) {
      for (const next of vertex === undefined ? [] : below(vertex)) {
        if (seen.has(next)) continue;
        seen.add(next);
        const branch = { vertex: next, children: [] };
        children.push(branch);
        row.push(branch);
      }
    }
  };
  grow(inOrder.filter((vertex) => above(vertex).length === 0).map(plant));
  for (const vertex of inOrder) if (!seen.has(vertex)) grow([plant(vertex)]);
  return roots;
}

/** The forest as one tree. */
export function oneTree(vertices: readonly Vertex[]): Branch {
  const [root, ...others] = spanningForest(vertices);
  return root !== undefined && others.length === 0
    ? root
    : { vertex: undefined, children: root === undefined ? [] : [root, ...others] };
}
