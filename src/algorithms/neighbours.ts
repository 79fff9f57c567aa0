/** A task's graph as lists of neighbours: each once, and no node its own. */
import type { Task } from './messages';

/** By node. */
export type Neighbours = readonly (readonly number[])[];

type Edges = Pick<Task, 'nodes' | 'sources' | 'targets'>;

/** @param way along which edges one gets there: those that begin at the node, those that end at it, or both */
export function neighboursOf({ nodes, sources, targets }: Edges, way: 'out' | 'in' | 'both'): Neighbours {
  const lists: number[][] = Array.from({ length: nodes }, () => []);
  sources.forEach((source, edge) => {
    const target = targets[edge] ?? source;
    if (source === target) return;
    if (way !== 'in') lists[source]?.push(target);
    if (way !== 'out') lists[target]?.push(source);
  });
  const seenFrom = new Int32Array(nodes).fill(-1);
  return lists.map((list, from) =>
    list.filter((to) => {
      if (seenFrom[to] === from) return false;
      seenFrom[to] = from;
      return true;
    }),
  );
}
