/**
 * The largest k of each node for which it is in a k-core: in a part of the graph in which everyone has k neighbours or more.
 * By taking away whoever has the fewest left (Batagelj and Zaveršnik, 2003). graphology-cores sets up an array with a place for
 * every node times the highest degree, which is more than arrays can have where a large graph has a hub.
 */
import type { Neighbours } from './neighbours';

export function coreNumbers(neighbours: Neighbours): Float64Array {
  const cores = new Float64Array(neighbours.length).fill(-1);
  const left = neighbours.map((list) => list.length);
  /** Nodes by how many neighbours they have left. One that loses some is in lower ones as well, where it counts. */
  const buckets: number[][] = [];
  const put = (node: number) => {
    const at = left[node] ?? 0;
    const bucket = buckets[at];
    if (bucket === undefined) buckets[at] = [node];
    else bucket.push(node);
  };
  for (const node of neighbours.keys()) put(node);
  let core = 0;
  for (let fewest = 0; fewest < buckets.length; ) {
    const node = buckets[fewest]?.pop();
    if (node === undefined) {
      fewest += 1;
      continue;
    }
    if (left[node] !== fewest || cores[node] !== -1) continue;
    core = Math.max(core, fewest);
    cores[node] = core;
    for (const other of neighbours[node] ?? []) {
      if (cores[other] !== -1) continue;
      left[other] = (left[other] ?? 0) - 1;
      put(other);
    }
    fewest = Math.max(0, fewest - 1);
  }
  return cores;
}
