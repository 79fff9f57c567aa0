/**
 * What pending patches make of the confirmed graph: only the elements they touched, over a base that is never written.
 * Dropping the overlay *is* the rollback, so rolling back costs nothing and replaying costs what is touched.
 *
 * The base may take in a patch that the overlay already shows (an acknowledgement); what is derived here from both,
 * the counts and the edges at a node, therefore never counts an element twice. Whoever writes to the base says so
 * (`baseChanged`).
 */
import type { GraphView, MutableGraph } from './graph';
import type { EdgeId, Elements, Kind, NodeId } from './model';

type OverlayTables = { readonly [K in Kind]: Map<string, Elements[K] | undefined> };

export class Overlay implements MutableGraph {
  readonly #base: GraphView;
  /** A key that is there with `undefined` is an element the pending patches removed. */
  readonly #tables: OverlayTables = {
    info: new Map(),
    label: new Map(),
    edgeType: new Map(),
    former: new Map(),
    view: new Map(),
    rule: new Map(),
    node: new Map(),
    edge: new Map(),
  };
  /** Edges set in this overlay, by either end. May name edges that were removed again, or lie elsewhere by now. */
  readonly #edgesSet = new Map<NodeId, Set<EdgeId>>();
  /** By how much the counts differ from the base's, of kinds that were counted: every new patch asks for some. */
  readonly #differences = new Map<Kind, number>();

  constructor(base: GraphView) {
    this.#base = base;
  }

  get<K extends Kind>(kind: K, key: string): Elements[K] | undefined {
    const table: Map<string, Elements[K] | undefined> = this.#tables[kind];
    const value = table.get(key);
    return value !== undefined || table.has(key) ? value : this.#base.get(kind, key);
  }

  put<K extends Kind>(kind: K, key: string, value: Elements[K] | undefined): void {
    this.#countWrite(kind, key, value !== undefined);
    const table: Map<string, Elements[K] | undefined> = this.#tables[kind];
    table.set(key, value);
    const edge = kind === 'edge' ? this.#tables.edge.get(key) : undefined;
    if (edge === undefined) return;
    for (const nodeId of [edge.source, edge.target]) {
      const edges = this.#edgesSet.get(nodeId);
      if (edges === undefined) this.#edgesSet.set(nodeId, new Set([key]));
      else edges.add(key);
    }
  }

  count(kind: Kind): number {
    let difference = this.#differences.get(kind);
    if (difference === undefined) {
      difference = 0;
      for (const [key, value] of this.#tables[kind]) {
        difference += Number(value !== undefined) - Number(this.#base.get(kind, key) !== undefined);
      }
      this.#differences.set(kind, difference);
    }
    return this.#base.count(kind) + difference;
  }

  *entries<K extends Kind>(kind: K): Iterable<[string, Elements[K]]> {
    const table: Map<string, Elements[K] | undefined> = this.#tables[kind];
    for (const entry of this.#base.entries(kind)) if (!table.has(entry[0])) yield entry;
    for (const [key, value] of table) if (value !== undefined) yield [key, value];
  }

  *edgesAt(nodeId: NodeId): Iterable<EdgeId> {
    const table = this.#tables.edge;
    for (const edgeId of this.#base.edgesAt(nodeId)) if (!table.has(edgeId)) yield edgeId;
    for (const edgeId of this.#edgesSet.get(nodeId) ?? []) {
      const edge = table.get(edgeId);
      if (edge?.source === nodeId || edge?.target === nodeId) yield edgeId;
    }
  }

  /** Whether the overlay, and not the base, says what this element is. */
  holds(kind: Kind, key: string): boolean {
    return this.#tables[kind].has(key);
  }

  /** Lets the base say again what this element is. */
  drop(kind: Kind, key: string): void {
    if (!this.holds(kind, key)) return;
    this.#countWrite(kind, key, this.#base.get(kind, key) !== undefined);
    this.#tables[kind].delete(key);
  }

  /** The base was written: what was counted against it has to be counted again. */
  baseChanged(): void {
    this.#differences.clear();
  }

  /** The elements of a kind that the overlay holds, as it shows them. */
  touched<K extends Kind>(kind: K): Iterable<[string, Elements[K] | undefined]> {
    return this.#tables[kind].entries();
  }

  /** @param isThere whether the element is there after the write */
  #countWrite(kind: Kind, key: string, isThere: boolean): void {
    const difference = this.#differences.get(kind);
    if (difference === undefined) return;
    this.#differences.set(kind, difference + Number(isThere) - Number(this.get(kind, key) !== undefined));
  }
}
