/** How many edges a node has, or how much they count together. One that leads back to its own node counts at both ends. */
import type { Task } from './messages';

/** @param way which of a node's edges count: those that begin there, those that end there, or both */
export function degrees({ nodes, sources, targets, weights }: Task, way: 'out' | 'in' | 'both'): Float64Array {
  const degree = new Float64Array(nodes);
  const count = (ends: Uint32Array) =>
    ends.forEach((node, edge) => {
      degree[node] = (degree[node] ?? 0) + (weights?.[edge] ?? 1);
    });
  if (way !== 'in') count(sources);
  if (way !== 'out') count(targets);
  return degree;
}
