/** The graph as layouts walk it: vertices that know their neighbours, and that layouts move about. */
import type { LayoutRequest } from './messages';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Vertex {
  readonly id: string;
  readonly label: string;
  readonly caption: string;
  /** Of the card. */
  readonly size: Size;
  /** Where edges lead to from here, each vertex once and never this one. */
  readonly to: Vertex[];
  /** Where edges come from, likewise. */
  readonly from: Vertex[];
  /** The card's middle. Only how vertices lie to each other counts: the whole is put in its place in the end. */
  x: number;
  y: number;
}

/** In the order of their ids, so that layouts do not depend on the order in which rows came. */
export function toVertices({ nodes, edges }: Pick<LayoutRequest, 'nodes' | 'edges'>): Vertex[] {
  const vertices = new Map<string, Vertex>();
  for (const { id, label, caption, size } of [...nodes].sort(byId)) {
    vertices.set(id, { id, label, caption, size, to: [], from: [], x: 0, y: 0 });
  }
  const seen = new Set<string>();
  const pairs = edges.map(({ source, target }) => ({ source, target, id: `${source} ${target}` })).sort(byId);
  for (const { source, target, id } of pairs) {
    const [from, to] = [vertices.get(source), vertices.get(target)];
    if (from === undefined || to === undefined || from === to || seen.has(id)) continue;
    seen.add(id);
    from.to.push(to);
    to.from.push(from);
  }
  return [...vertices.values()];
}

/** For sorting. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The parts that no edge joins, the largest first. */
export function componentsOf(vertices: readonly Vertex[]): Vertex[][] {
  const seen = new Set<Vertex>();
  const components: Vertex[][] = [];
  for (const first of vertices) {
    if (seen.has(first)) continue;
    seen.add(first);
    const component = [first];
    // Grows while it is walked.
    for (const vertex of component) {
      for (const next of [...vertex.to, ...vertex.from]) {
        if (seen.has(next)) continue;
        seen.add(next);
        component.push(next);
      }
    }
    components.push(component);
  }
  return components.sort((a, b) => b.length - a.length);
}
