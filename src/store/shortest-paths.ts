/**
 * The shortest ways between two nodes. A way is told by its nodes: edges beside each other are one way and not several.
 *
 * Of the rows on screen, and not of the database: its `ALL SHORTEST` cannot leave out nodes by their ids, and takes longer by
 * one to two orders of magnitude (docs/decisions/0019).
 */

import { must } from '../shared/assert';
import type { NodeId } from '../shared/graph/model';
import { type Direction, neighbours, stepsFrom } from './neighbourhood';
import type { EdgeRow } from './rows';

export interface ShortestPaths {
  /** Edges on the way. */
  readonly steps: number;
  /** How many ways are as short. Not exact beyond 2^53. */
  readonly count: number;
  /** The nodes of one of them, from the first to the last. @param index from 0 to `count` - 1 */
  at(index: number): readonly NodeId[];
}

/** @returns undefined when no way leads there */
export function shortestPaths(
  from: NodeId,
  to: NodeId,
  edges: readonly EdgeRow[],
  direction: Direction,
): ShortestPaths | undefined {
  const next = neighbours(edges, direction);
  const away = stepsFrom([from], next);
  const steps = away.get(to);
  if (steps === undefined) return undefined;

  /** From a node, those that are a step nearer to the beginning: each once. */
  const previous = new Map<NodeId, readonly NodeId[]>();
  const backward = neighbours(edges, opposite(direction));
  const before = (id: NodeId): readonly NodeId[] => {
    const known = previous.get(id);
    if (known !== undefined) return known;
    const nearer = (away.get(id) ?? 0) - 1;
    const found = [...new Set(backward.get(id))].filter((each) => away.get(each) === nearer);
    previous.set(id, found);
    return found;
  };

  // Backward from the end, level by level, so that however long the way is, nothing calls itself.
  const levels: NodeId[][] = [[to]];
  for (let step = steps; step > 0; step -= 1) {
    levels.push([...new Set(must(levels.at(-1), 'a level').flatMap(before))]);
  }
  const ways = new Map<NodeId, number>([[from, 1]]);
  for (const level of levels.toReversed().slice(1)) {
    for (const id of level)
      ways.set(
        id,
        before(id).reduce((sum, each) => sum + (ways.get(each) ?? 0), 0),
      );
  }

  const at = (index: number): readonly NodeId[] => {
    const way: NodeId[] = [to];
    let left = index;
    for (let id = to; id !== from; ) {
      let chosen: NodeId | undefined;
      for (const each of before(id)) {
        chosen = each;
        const count = ways.get(each) ?? 0;
        if (left < count) break;
        left -= count;
      }
      id = must(chosen, 'the node before');
      way.push(id);
    }
    return way.reverse();
  };
  return { steps, count: ways.get(to) ?? 1, at };
}

function opposite(direction: Direction): Direction {
  if (direction === 'both') return 'both';
  return direction === 'out' ? 'in' : 'out';
}

/** The edges by which each step of a way can be gone: one list for each step. */
export function edgesAlong(
  way: readonly NodeId[],
  edges: readonly EdgeRow[],
  direction: Direction,
): readonly (readonly EdgeRow[])[] {
  const places = new Map(way.map((id, place) => [id, place]));
  const steps: EdgeRow[][] = way.slice(1).map(() => []);
  for (const edge of edges) {
    const [source, target] = [places.get(edge.source), places.get(edge.target)];
    if (source === undefined || target === undefined) continue;
    if (direction !== 'in' && target === source + 1) steps[source]?.push(edge);
    if (direction !== 'out' && source === target + 1) steps[target]?.push(edge);
  }
  return steps;
}
