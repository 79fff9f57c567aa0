/**
 * A graph in maps, with the edges at each node indexed.
 * Invariant (SPEC.md, G1): every edge's source and target are nodes of the graph. `applyPatch` keeps it; nothing else writes.
 */
import type { EdgeId, Elements, Kind, NodeId, Tables } from './model';
import { emptyTables } from './model';

/** A graph that can be read. */
export interface GraphView {
  get<K extends Kind>(kind: K, key: string): Elements[K] | undefined;
  /** All entries of a kind, in no promised order. */
  entries<K extends Kind>(kind: K): Iterable<[string, Elements[K]]>;
  count(kind: Kind): number;
  /** Ids of the edges that begin or end at a node, each once. */
  edgesAt(nodeId: NodeId): Iterable<EdgeId>;
}

/** A graph that can be written, one element at a time. */
export interface MutableGraph extends GraphView {
  /** Sets an element, or removes it when `value` is undefined. */
  put<K extends Kind>(kind: K, key: string, value: Elements[K] | undefined): void;
}

/** The plain graph: what the server holds, and what a client holds as confirmed. */
export class Graph implements MutableGraph {
  readonly #tables: Tables = emptyTables();
  readonly #incident = new Map<NodeId, Set<EdgeId>>();

  get<K extends Kind>(kind: K, key: string): Elements[K] | undefined {
    return this.#tables[kind].get(key);
  }

  entries<K extends Kind>(kind: K): Iterable<[string, Elements[K]]> {
    return this.#tables[kind].entries();
  }

  count(kind: Kind): number {
    return this.#tables[kind].size;
  }

  edgesAt(nodeId: NodeId): Iterable<EdgeId> {
    return this.#incident.get(nodeId) ?? [];
  }

  put<K extends Kind>(kind: K, key: string, value: Elements[K] | undefined): void {
    if (kind === 'edge') this.#unlink(key);
    const table: Map<string, Elements[K]> = this.#tables[kind];
    if (value === undefined) table.delete(key);
    else table.set(key, value);
    if (kind === 'edge') this.#link(key);
  }

  #link(edgeId: EdgeId): void {
    const edge = this.#tables.edge.get(edgeId);
    if (edge === undefined) return;
    for (const nodeId of [edge.source, edge.target]) {
      const edges = this.#incident.get(nodeId);
      if (edges === undefined) this.#incident.set(nodeId, new Set([edgeId]));
      else edges.add(edgeId);
    }
  }

  #unlink(edgeId: EdgeId): void {
    const edge = this.#tables.edge.get(edgeId);
    if (edge === undefined) return;
    for (const nodeId of [edge.source, edge.target]) {
      const edges = this.#incident.get(nodeId);
      edges?.delete(edgeId);
      if (edges?.size === 0) this.#incident.delete(nodeId);
    }
  }
}
