/**
 * The share of all shortest ways, between any two others, that lead through a node: Brandes, 2001. graphology counts the ways in
 * whole numbers of 32 bits, of which a grid of 18 by 18 has too many already; and it cannot say how far it is.
 */
import type { Neighbours } from './neighbours';

/**
 * @param to where one gets from each node
 * @param onProgress told how much is done, from 0 to 1, after every node
 * @throws when there are too many ways to count
 */
export function betweenness(to: Neighbours, onProgress: (done: number) => void = () => {}): Float64Array {
  const count = to.length;
  const walker = new Walker(to);
  const scores = new Float64Array(count);
  for (let start = 0; start < count; start += 1) {
    walker.walk(start);
    walker.addTo(scores);
    onProgress((start + 1) / count);
  }
  const pairs = (count - 1) * (count - 2);
  const shares = pairs > 0 ? scores.map((score) => score / pairs) : scores;
  if (!shares.every(Number.isFinite)) throw new Error('There are more shortest ways than can be counted.');
  return shares;
}

/** All that is asked of a node for each start is in arrays of numbers: there are as many starts as nodes. */
class Walker {
  /** The neighbours of node n are those in `ends` from `begins[n]` to before `begins[n + 1]`. */
  readonly #begins: Uint32Array;
  readonly #ends: Uint32Array;
  /** The nodes one gets to, nearest first. */
  readonly #order: Uint32Array;
  #reached = 0;
  readonly #steps: Int32Array;
  /** How many shortest ways lead there. */
  readonly #ways: Float64Array;
  /** Of the shortest ways from the start to everywhere, how many lead on through here: each counts as a share of its like. */
  readonly #passing: Float64Array;

  constructor(to: Neighbours) {
    this.#begins = new Uint32Array(to.length + 1);
    for (const [node, list] of to.entries()) this.#begins[node + 1] = (this.#begins[node] ?? 0) + list.length;
    this.#ends = Uint32Array.from(to.flat());
    this.#order = new Uint32Array(to.length);
    this.#steps = new Int32Array(to.length);
    this.#ways = new Float64Array(to.length);
    this.#passing = new Float64Array(to.length);
  }

  /** Goes everywhere from `start`, noting in how many steps and on how many ways. */
  walk(start: number): void {
    const [begins, ends, order, steps, ways] = [this.#begins, this.#ends, this.#order, this.#steps, this.#ways];
    steps.fill(-1);
    ways.fill(0);
    order[0] = start;
    steps[start] = 0;
    ways[start] = 1;
    let reached = 1;
    for (let walked = 0; walked < reached; walked += 1) {
      const node = order[walked] ?? 0;
      const after = (steps[node] ?? 0) + 1;
      const lead = ways[node] ?? 0;
      for (let at = begins[node] ?? 0, end = begins[node + 1] ?? 0; at < end; at += 1) {
        const other = ends[at] ?? 0;
        if (steps[other] === -1) {
          steps[other] = after;
          order[reached] = other;
          reached += 1;
        }
        if (steps[other] === after) ways[other] = (ways[other] ?? 0) + lead;
      }
    }
    this.#reached = reached;
  }

  /** Adds, for each node but the start, the ways that lead through it: from the farthest back. */
  addTo(scores: Float64Array): void {
    const [begins, ends, order] = [this.#begins, this.#ends, this.#order];
    const [steps, ways, passing] = [this.#steps, this.#ways, this.#passing];
    for (let walked = this.#reached - 1; walked > 0; walked -= 1) {
      const node = order[walked] ?? 0;
      const after = (steps[node] ?? 0) + 1;
      let shares = 0;
      for (let at = begins[node] ?? 0, end = begins[node + 1] ?? 0; at < end; at += 1) {
        const other = ends[at] ?? 0;
        if (steps[other] === after) shares += (1 + (passing[other] ?? 0)) / (ways[other] ?? 1);
      }
      const through = shares * (ways[node] ?? 0);
      passing[node] = through;
      scores[node] = (scores[node] ?? 0) + through;
    }
  }
}
