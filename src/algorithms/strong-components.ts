/**
 * Parts within which one gets from every node to every other and back: Tarjan, 1972, with a stack of its own.
 * graphology-components calls itself for each step along a path, and long paths are too deep for that.
 */
import type { Neighbours } from './neighbours';

/** @param to where edges lead. @returns for each node a number that it shares with its part alone */
export function strongComponents(to: Neighbours): Float64Array {
  const parts = new Float64Array(to.length).fill(-1);
  /** When each was reached, from 1; 0 is not yet. */
  const reached = new Uint32Array(to.length);
  /** The earliest that is reached from it, of those that have no part yet. */
  const earliest = new Uint32Array(to.length);
  /** The next of its neighbours to look at. */
  const next = new Uint32Array(to.length);
  const waiting: number[] = [];
  let time = 0;
  let part = 0;

  const enter = (node: number, path: number[]) => {
    time += 1;
    reached[node] = earliest[node] = time;
    path.push(node);
    waiting.push(node);
  };
  const hear = (node: number, when: number | undefined) => {
    earliest[node] = Math.min(earliest[node] ?? 0, when ?? 0);
  };
  const leave = (node: number) => {
    if (earliest[node] !== reached[node]) return;
    for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
      parts[member] = part;
      if (member === node) break;
    }
    part += 1;
  };

  for (let first = 0; first < to.length; first += 1) {
    if (reached[first] !== 0) continue;
    const path: number[] = [];
    enter(first, path);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = next[node] ?? 0;
      const other = to[node]?.[at];
      next[node] = at + 1;
      if (other === undefined) {
        path.pop();
        leave(node);
        const before = path.at(-1);
        if (before !== undefined) hear(before, earliest[node]);
      } else if (reached[other] === 0) enter(other, path);
      else if (parts[other] === -1) hear(node, reached[other]);
    }
  }
  return parts;
}
