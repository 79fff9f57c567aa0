/**
 * Layers for graphs with which dagre would take minutes: the same steps, each in its plainest form, and long edges are not
 * led around what is between their ends.
 */
import type { Vertex } from './vertices';

export interface LayerPlace {
  readonly layer: number;
  /** Along the layer, in cards. */
  readonly along: number;
}

/** How often neighbours are brought closer to each other, once forth and once back. */
const SWEEPS = 12;

export function sweepLayers(vertices: readonly Vertex[]): ReadonlyMap<Vertex, LayerPlace> {
  const layerOf = layersOf(vertices);
  const layers: Vertex[][] = [];
  for (const [vertex, layer] of layerOf) {
    layers[layer] ??= [];
    layers[layer].push(vertex);
  }
  const along = new Map<Vertex, number>();
  for (const layer of layers)
    for (const [index, vertex] of layer.entries()) along.set(vertex, index - layer.length / 2);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const layer of layers) arrange(layer, (vertex) => vertex.from, along);
    for (const layer of layers.toReversed()) arrange(layer, (vertex) => vertex.to, along);
  }
  for (const layer of layers) arrange(layer, (vertex) => [...vertex.from, ...vertex.to], along);
  return new Map(
    vertices.map((vertex) => [vertex, { layer: layerOf.get(vertex) ?? 0, along: along.get(vertex) ?? 0 }]),
  );
}

/** Each after all that lead to it; edges that close a cycle are passed over. */
function layersOf(vertices: readonly Vertex[]): Map<Vertex, number> {
  const order = onesThatLeadFirst(vertices);
  const place = new Map(order.map((vertex, index) => [vertex, index]));
  const isForward = (from: Vertex, to: Vertex) => (place.get(from) ?? 0) < (place.get(to) ?? 0);
  const layerOf = new Map<Vertex, number>();
  for (const vertex of order) {
    const above = vertex.from.filter((other) => isForward(other, vertex)).map((other) => layerOf.get(other) ?? 0);
    layerOf.set(
      vertex,
      above.reduce((most, layer) => Math.max(most, layer + 1), 0),
    );
  }
  // What nothing leads to comes down to what it leads to.
  for (const vertex of order) {
    if (vertex.from.some((other) => isForward(other, vertex))) continue;
    const below = vertex.to.filter((other) => isForward(vertex, other)).map((other) => layerOf.get(other) ?? 0);
    if (below.length > 0)
      layerOf.set(
        vertex,
        below.reduce((least, layer) => Math.min(least, layer - 1), Infinity),
      );
  }
  return layerOf;
}

/** Depth first, those with nothing before them first. Not recursive: a path can be thousands long. */
function onesThatLeadFirst(vertices: readonly Vertex[]): Vertex[] {
  const done: Vertex[] = [];
  const seen = new Set<Vertex>();
  for (const first of [...vertices].sort((a, b) => a.from.length - b.from.length)) {
    if (seen.has(first)) continue;
    seen.add(first);
    const path = [{ vertex: first, ahead: first.to.values() }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { value: next } = top.ahead.next();
      if (next === undefined) {
        done.push(top.vertex);
        path.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        path.push({ vertex: next, ahead: next.to.values() });
      }
    }
  }
  return done.reverse();
}

/** Puts a layer in the order of where its neighbours are, each as near to them as the others let it. */
function arrange(layer: Vertex[], near: (vertex: Vertex) => readonly Vertex[], along: Map<Vertex, number>): void {
  const wished = new Map(
    layer.map((vertex) => {
      const others = near(vertex);
      const middle = others.reduce((sum, other) => sum + (along.get(other) ?? 0), 0) / others.length;
      return [vertex, others.length === 0 ? (along.get(vertex) ?? 0) : middle];
    }),
  );
  layer.sort((a, b) => (wished.get(a) ?? 0) - (wished.get(b) ?? 0));
  // Runs of cards that touch lie around the mean of what they wish; a run that meets the one before becomes one with it.
  const runs: { wishes: number; cards: Vertex[] }[] = [];
  for (const vertex of layer) {
    let run = { wishes: wished.get(vertex) ?? 0, cards: [vertex] };
    for (let before = runs.at(-1); before !== undefined && endOf(before) > startOf(run); before = runs.at(-1)) {
      // As if all wished for the start of the run: each card's own wish less its place in it.
      run = {
        wishes: before.wishes + run.wishes - run.cards.length * before.cards.length,
        cards: [...before.cards, ...run.cards],
      };
      runs.pop();
    }
    runs.push(run);
  }
  for (const run of runs) for (const [index, vertex] of run.cards.entries()) along.set(vertex, startOf(run) + index);
}

/** `wishes` is the sum of where the cards wish the run to start. */
function startOf(run: { readonly wishes: number; readonly cards: readonly Vertex[] }): number {
  return run.wishes / run.cards.length;
}

function endOf(run: { readonly wishes: number; readonly cards: readonly Vertex[] }): number {
  return startOf(run) + run.cards.length;
}
