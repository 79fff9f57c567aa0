/**
 * What React Flow is given: nodes and edges that follow the rows, plus React Flow's own state (selection, the drag in
 * progress). Rows come in through `take`, gestures through `changeNodes` and `changeEdges`, others' drags through
 * `showDrags`.
 */
import { dequal } from 'dequal';
import { applyEdgeChanges, applyNodeChanges, type EdgeChange, type NodeChange } from 'reactflow';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { pairKey } from '../kit/edge-geometry';
import { type Clock, realClock } from '../shared/clock';
import type { EdgeId, NodeId, Position } from '../shared/graph/model';
import type { LookRules } from '../store/node-look';
import type { EdgeRow, RowUpdate } from '../store/rows';
import { CardSizes } from './card-sizes';
import { asJoined, asLocked, asSized, type FlowEdge, type FlowNode, flowEdge, flowNode } from './flow-elements';
import { OthersDrags } from './presence/others-drags';

interface FlowState {
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
}

export class FlowStore {
  readonly state: StoreApi<FlowState> = createStore<FlowState>(() => ({ nodes: [], edges: [] }));
  /** Edges between the same two nodes, in the order they came. */
  #pairs = new Map<string, EdgeRow[]>();
  #toSelect: ReadonlySet<NodeId> = new Set();
  readonly #rowPositions = new Map<NodeId, Position>();
  readonly #sizes = new CardSizes();
  readonly #sizeOf = (id: NodeId) => this.#sizes.of(id);
  readonly #othersDrags: OthersDrags;
  /** Nodes that are drawn elsewhere for the moment, and where. */
  #previewed: ReadonlyMap<NodeId, Position> = new Map();
  #locked: ReadonlySet<NodeId> = new Set();
  /** Where the pointer is on the canvas, in client pixels; undefined when it is not there. */
  pointer: Position | undefined;

  /** @param onSelect is told what is selected, whenever that changes */
  constructor(onSelect: (nodes: readonly string[], edges: readonly string[]) => void, clock: Clock = realClock) {
    this.#othersDrags = new OthersDrags(
      clock,
      (id) => this.#rowPositions.get(id),
      (ids) => this.#place(ids),
    );
    let selected: [string[], string[]] = [[], []];
    this.state.subscribe(({ nodes, edges }) => {
      const next: [string[], string[]] = [selectedIds(nodes), selectedIds(edges)];
      if (dequal(next, selected)) return;
      selected = next;
      onSelect(...next);
    });
  }

  /** Takes what the database answered. */
  take(update: RowUpdate): void {
    if (update.complete) this.#pairs = new Map();
    this.#takePositions(update);
    const isResized = this.#sizes.take(update);
    const { nodes, edges } = this.state.getState();
    const next: FlowState = {
      nodes: update.complete || update.nodes.size > 0 ? this.#nextNodes(nodes, update) : nodes,
      edges: update.complete || update.edges.size > 0 ? this.#nextEdges(edges, update) : edges,
    };
    this.state.setState(this.#selected(isResized ? this.#sized(next) : next));
  }

  /** Selects these nodes, and nothing else, as soon as they are drawn. */
  selectWhenDrawn(ids: readonly NodeId[]): void {
    this.#toSelect = new Set(ids);
  }

  /** Selects these and nothing else. */
  select(nodes: readonly NodeId[], edges: readonly EdgeId[]): void {
    const wanted = new Set([...nodes, ...edges]);
    this.#toSelect = new Set();
    this.state.setState((shown) => ({
      nodes: shown.nodes.map((node) => asSelected(node, wanted)),
      edges: shown.edges.map((edge) => asSelected(edge, wanted)),
    }));
  }

  /** Draws these nodes elsewhere, and all others where they are. */
  preview(positions: ReadonlyMap<NodeId, Position>): void {
    const before = this.#previewed;
    this.#previewed = positions;
    this.#place(new Set([...before.keys(), ...positions.keys()]));
  }

  /** Looks follow from these now: they say how large cards are. */
  restyle(rules: LookRules): void {
    const shown = this.state.getState();
    const rows = shown.nodes.map(({ data }) => data.row);
    if (this.#sizes.restyle(rules, rows)) this.state.setState(this.#sized(shown));
  }

  #sized({ nodes, edges }: FlowState): FlowState {
    return {
      nodes: nodes.map((node) => asSized(node, this.#sizeOf(node.id))),
      edges: edges.map((edge) => asJoined(edge, this.#sizeOf)),
    };
  }

  /** These nodes, and no others, are locked. */
  lock(ids: ReadonlySet<NodeId>): void {
    this.#locked = ids;
    this.state.setState(({ nodes }) => ({ nodes: nodes.map((node) => asLocked(node, ids.has(node.id))) }));
  }

  /** Where a node is drawn instead of at its row's place. */
  #placeOf(id: NodeId): Position | undefined {
    return this.#previewed.get(id) ?? this.#othersDrags.placeOf(id);
  }

  /** Shows nodes where others drag them just now; all that are being dragged are named each time. */
  showDrags(drags: ReadonlyMap<NodeId, Position>): void {
    this.#othersDrags.take(drags);
  }

  changeNodes(changes: NodeChange<FlowNode>[]): void {
    // What the person moves goes where they move it, whoever else has hold of it.
    for (const change of changes) if (change.type === 'position') this.#othersDrags.forget(change.id);
    this.state.setState(({ nodes }) => ({ nodes: applyNodeChanges(changes, nodes) }));
  }

  /** Takes back what the person moved and let go: nodes are where their rows say, or where others drag them. */
  putBack(changes: readonly NodeChange<FlowNode>[]): void {
    const moved = changes.flatMap((change) => (change.type === 'position' ? [change.id] : []));
    if (moved.length > 0) this.#place(new Set(moved));
  }

  changeEdges(changes: EdgeChange<FlowEdge>[]): void {
    this.state.setState(({ edges }) => ({ edges: applyEdgeChanges(changes, edges) }));
  }

  #takePositions({ nodes, complete }: RowUpdate): void {
    if (complete) this.#rowPositions.clear();
    for (const [id, row] of nodes) {
      this.#othersDrags.rowCame(id, row?.position);
      if (row === undefined) this.#rowPositions.delete(id);
      else this.#rowPositions.set(id, row.position);
    }
  }

  #nextNodes(current: readonly FlowNode[], update: RowUpdate): FlowNode[] {
    const previous = new Map(current.map((node) => [node.id, node]));
    const next = update.complete ? new Map<string, FlowNode>() : new Map(previous);
    for (const [id, row] of update.nodes) {
      if (row === undefined) {
        next.delete(id);
        continue;
      }
      const node = flowNode(row, this.#sizeOf(id), previous.get(id), this.#placeOf(id));
      next.set(id, asLocked(node, this.#locked.has(id)));
    }
    return [...next.values()];
  }

  /** Puts nodes where they are to be shown, but for those that the person drags. */
  #place(ids: ReadonlySet<NodeId>): void {
    this.state.setState(({ nodes }) => ({
      nodes: nodes.map((node) =>
        ids.has(node.id) && !node.dragging
          ? { ...node, position: this.#placeOf(node.id) ?? node.data.row.position }
          : node,
      ),
    }));
  }

  /** What is shown, with the selection that waited for one of its nodes. */
  #selected(next: FlowState): FlowState {
    const wanted = this.#toSelect;
    if (wanted.size === 0 || !next.nodes.some((node) => wanted.has(node.id))) return next;
    this.#toSelect = new Set();
    return {
      nodes: next.nodes.map((node) => asSelected(node, wanted)),
      edges: next.edges.map((edge) => asSelected(edge, wanted)),
    };
  }

  #nextEdges(current: readonly FlowEdge[], update: RowUpdate): FlowEdge[] {
    const previous = new Map(current.map((edge) => [edge.id, edge]));
    const next = update.complete ? new Map<string, FlowEdge>() : new Map(previous);
    const changedPairs = new Set<string>();
    for (const [id, row] of update.edges) {
      const before = update.complete ? undefined : previous.get(id)?.data?.row;
      const [was, is] = [before && pairKey(before), row && pairKey(row)];
      // An edge that was deleted and made again under its id may join other nodes than before.
      if (was !== undefined && was !== is) this.#putInPair(was, id, undefined);
      if (is !== undefined) this.#putInPair(is, id, row);
      for (const key of [was, is]) if (key !== undefined) changedPairs.add(key);
      if (row === undefined) next.delete(id);
    }
    for (const key of changedPairs) {
      const rows = this.#pairs.get(key) ?? [];
      rows.forEach((row, lane) => {
        next.set(row.id, flowEdge(row, lane, rows.length, this.#sizeOf, previous.get(row.id)));
      });
    }
    return [...next.values()];
  }

  #putInPair(key: string, id: string, row: EdgeRow | undefined): void {
    const rows = this.#pairs.get(key) ?? [];
    const at = rows.findIndex((other) => other.id === id);
    const next =
      row === undefined ? rows.filter((other) => other.id !== id) : at < 0 ? [...rows, row] : rows.with(at, row);
    if (next.length === 0) this.#pairs.delete(key);
    else this.#pairs.set(key, next);
  }
}

/** The same object when its selection does not change. */
function asSelected<T extends FlowNode | FlowEdge>(element: T, wanted: ReadonlySet<string>): T {
  const selected = wanted.has(element.id);
  return selected === (element.selected ?? false) ? element : { ...element, selected };
}

function selectedIds(elements: readonly (FlowNode | FlowEdge)[]): string[] {
  return elements.filter((element) => element.selected).map((element) => element.id);
}
