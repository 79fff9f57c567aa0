/**
 * What others removed, as it was last shown here, own changes included that were on their way: so that what was lost
 * with it can be said by name, and had back.
 */
import type { NetChanges } from '../../shared/graph/changes';
import { NO_CHANGES } from '../../shared/graph/changes';
import type { GraphEdge, GraphNode } from '../../shared/graph/model';

/** Elements kept; older ones make room. */
const MOST = 2_000;

export type Removed = { readonly by: string | undefined } & (
  | { readonly kind: 'node'; readonly element: GraphNode; readonly edges: readonly GraphEdge[] }
  | { readonly kind: 'edge'; readonly element: GraphEdge }
);

export class RemovedElements {
  readonly #removed = new Map<string, Removed>();

  /** @param removedBy the clients whose patches removed elements, by element id */
  note(changes: NetChanges, removedBy: ReadonlyMap<string, string>): void {
    const edges = Array.from(changes.edge.values()).flatMap(({ before, after }) =>
      before !== undefined && after === undefined ? [before] : [],
    );
    for (const element of edges) this.#keep({ kind: 'edge', element, by: removedBy.get(element.id) });
    for (const { before, after } of changes.node.values()) {
      if (before === undefined || after !== undefined) continue;
      const at = edges.filter(({ source, target }) => source === before.id || target === before.id);
      this.#keep({ kind: 'node', element: before, edges: at, by: removedBy.get(before.id) });
    }
  }

  get(id: string): Removed | undefined {
    return this.#removed.get(id);
  }

  /** What removing elements changed: its inverse brings them back, with the edges that went with them. */
  removal(...ids: readonly string[]): NetChanges {
    const removed = ids.flatMap((id) => this.#removed.get(id) ?? []);
    const nodes = removed.flatMap((each) => (each.kind === 'node' ? each.element : []));
    const edges = removed.flatMap((each) => (each.kind === 'node' ? each.edges : each.element));
    const gone = <T extends { readonly id: string }>(element: T) =>
      [element.id, { before: element, after: undefined }] as const;
    return { ...NO_CHANGES, node: new Map(nodes.map(gone)), edge: new Map(edges.map(gone)) };
  }

  #keep(removed: Removed): void {
    const { id } = removed.element;
    this.#removed.delete(id);
    this.#removed.set(id, removed);
    const [oldest] = this.#removed.keys();
    if (this.#removed.size > MOST && oldest !== undefined) this.#removed.delete(oldest);
  }
}
