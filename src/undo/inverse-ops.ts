/**
 * The ops that take a step back from the state they meet, which need not be the state the step left: others may have
 * edited since. What they have written is never touched. Every op fits the graph it is made for: none is moot, and the
 * patch is not refused.
 */
import { dequal } from 'dequal';
import type { Change, NetChanges } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import {
  type EdgeId,
  type GraphEdge,
  type GraphInfo,
  type GraphNode,
  INFO_KEY,
  type NodeId,
} from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';
import { elementBack } from './element-back';
import type { IsTheirs } from './others-writes';
import { inNamesOfNow, Rehearsal } from './rehearsal';
import { Renames } from './renames';
import { changesTypes, TypesBack } from './types-back';

export interface Inverse {
  readonly ops: readonly Op[];
  /** How many things (nodes, edges, labels, edge types, the title) were left, wholly or in part, as others have made them. */
  readonly left: number;
}

export interface InverseOptions {
  /**
   * Whether labels, edge types and properties that the changes made go again, where nothing has them. When redoing a
   * deletion; not when undoing: someone else may count on what one has made.
   */
  readonly unmakeTypes?: boolean;
}

/**
 * Whether there is anything in these changes that ops can take back. New labels, edge types and properties and the first
 * title are not taken back; nothing depends on their absence.
 */
export function isUndoable(changes: NetChanges, { unmakeTypes = false }: InverseOptions = {}): boolean {
  const { node, edge, view, rule, info, label, edgeType } = changes;
  if (node.size + edge.size + view.size + rule.size > 0 || info.get(INFO_KEY)?.before !== undefined) return true;
  return unmakeTypes ? label.size + edgeType.size > 0 : changesTypes(changes);
}

/**
 * The ops that make everything in `changes` what it was before, where it still is as the changes left it.
 * @param view the graph that the ops will meet
 * @param isTheirs what others have written since the changes were made
 */
export function inverseOps(
  changes: NetChanges,
  view: GraphView,
  isTheirs: IsTheirs,
  options: InverseOptions = {},
): Inverse {
  return new Inversion(changes, view, isTheirs).inverse(options);
}

class Inversion {
  readonly #changes: NetChanges;
  readonly #view: GraphView;
  readonly #isTheirs: IsTheirs;
  readonly #rehearsal: Rehearsal;

  constructor(changes: NetChanges, view: GraphView, isTheirs: IsTheirs) {
    this.#changes = changes;
    this.#view = view;
    this.#isTheirs = isTheirs;
    this.#rehearsal = new Rehearsal(view);
  }

  inverse({ unmakeTypes = false }: InverseOptions): Inverse {
    const renames = new Renames(this.#changes);
    const types = new TypesBack(this.#changes, renames, this.#view, this.#isTheirs, this.#rehearsal);
    this.#unmakeElements();
    types.restore();
    const { node: nodes, edge: edges } = this.#changes;
    for (const { before, after } of nodes.values()) if (before && !after) this.#remakeNode(before);
    for (const { before, after } of nodes.values()) if (before && after) this.#edit('node', before, after, renames);
    for (const { before, after } of edges.values()) if (before && after) this.#edit('edge', before, after, renames);
    for (const { before, after } of edges.values()) if (before && !after) this.#remakeEdge(before);
    if (unmakeTypes) types.unmake();
    this.#savedBack();
    this.#titleBack(this.#changes.info.get(INFO_KEY));
    return { ops: this.#rehearsal.ops, left: this.#rehearsal.left.size };
  }

  /** Whether a node may go depends on the edges that go. */
  #unmakeElements(): void {
    const doomedEdges = new Set<EdgeId>();
    for (const [id, { before, after }] of this.#changes.edge) {
      if (before !== undefined || after === undefined) continue;
      if (this.#isUntouched(id, after, this.#view.get('edge', id))) doomedEdges.add(id);
      else this.#rehearsal.left.add(id);
    }
    const doomedNodes = new Set<NodeId>();
    for (const [id, { before, after }] of this.#changes.node) {
      if (before !== undefined || after === undefined) continue;
      const untouched = this.#isUntouched(id, after, this.#view.get('node', id));
      const edges = untouched ? [...this.#view.edgesAt(id)] : [];
      if (untouched && edges.every((edgeId) => doomedEdges.has(edgeId) || this.#leaves(edgeId, id)))
        doomedNodes.add(id);
      else this.#rehearsal.left.add(id);
    }
    this.#reconnectAway(doomedNodes);
    for (const edgeId of doomedEdges) {
      const edge = this.#view.get('edge', edgeId);
      if (edge === undefined || doomedNodes.has(edge.source) || doomedNodes.has(edge.target)) continue;
      this.#rehearsal.make(edgeId, { op: 'delete_edge', edgeId });
    }
    for (const nodeId of doomedNodes) this.#rehearsal.make(nodeId, { op: 'delete_node', nodeId });
  }

  /** Whether an edge will have been given back other ends than this new node, which it was given by the step. */
  #leaves(edgeId: EdgeId, nodeId: NodeId): boolean {
    const change = this.#changes.edge.get(edgeId);
    const now = this.#view.get('edge', edgeId);
    if (change?.before === undefined || change.after === undefined || now === undefined) return false;
    const { source, target } = change.before;
    const isAsLeft = now.source === change.after.source && now.target === change.after.target;
    const canReturn = this.#view.get('node', source) !== undefined && this.#view.get('node', target) !== undefined;
    return isAsLeft && canReturn && source !== nodeId && target !== nodeId && !this.#isTheirs(edgeId, 'ends');
  }

  /** Edges at nodes that go are given back their ends first, or they would go too. */
  #reconnectAway(doomed: ReadonlySet<NodeId>): void {
    for (const [edgeId, { before, after }] of this.#changes.edge) {
      if (before === undefined || after === undefined || !(doomed.has(after.source) || doomed.has(after.target)))
        continue;
      const { source, target } = before;
      this.#rehearsal.make(edgeId, { op: 'set_ends', edgeId, source, target });
    }
  }

  #isUntouched(id: string, made: GraphNode | GraphEdge, now: GraphNode | GraphEdge | undefined): boolean {
    return now !== undefined && dequal(now, inNamesOfNow(this.#view, made)) && !this.#isTheirs(id);
  }

  #remakeNode({ id, label, position, properties, locked }: GraphNode): void {
    const type = this.#rehearsal.typeNamed('label', label);
    if (type === undefined || this.#view.get('node', id) !== undefined || this.#isTheirs(id, 'exists')) {
      this.#rehearsal.left.add(id);
      return;
    }
    const kept = this.#rehearsal.fitting(id, 'label', type, properties);
    const node = { nodeId: id, label: type.name, position, properties: kept };
    this.#rehearsal.make(id, { op: 'create_node', ...node, ...(locked && { locked }) });
  }

  #remakeEdge({ id, type: name, source, target, properties }: GraphEdge): void {
    const type = this.#rehearsal.typeNamed('edgeType', name);
    if (type === undefined || this.#view.get('edge', id) !== undefined || this.#isTheirs(id, 'exists')) {
      this.#rehearsal.left.add(id);
      return;
    }
    const kept = this.#rehearsal.fitting(id, 'edgeType', type, properties);
    this.#rehearsal.make(id, { op: 'create_edge', edgeId: id, type: type.name, source, target, properties: kept });
  }

  #edit<K extends 'node' | 'edge', T extends GraphNode | GraphEdge>(
    kind: K,
    before: T,
    after: T,
    renames: Renames,
  ): void {
    const now = this.#view.get(kind, before.id);
    if (now === undefined) this.#rehearsal.left.add(before.id);
    else elementBack({ before, after, now, renames, view: this.#view, isTheirs: this.#isTheirs }, this.#rehearsal);
  }

  /** Views and rules: each is one value. */
  #savedBack(): void {
    for (const [id, change] of this.#changes.view) {
      if (!this.#isAsLeft(id, change, this.#view.get('view', id))) continue;
      const { before: view } = change;
      this.#rehearsal.make(id, view === undefined ? { op: 'delete_view', viewId: id } : { op: 'put_view', view });
    }
    for (const [id, change] of this.#changes.rule) {
      if (!this.#isAsLeft(id, change, this.#view.get('rule', id))) continue;
      const { before: rule } = change;
      this.#rehearsal.make(id, rule === undefined ? { op: 'delete_rule', ruleId: id } : { op: 'put_rule', rule });
    }
  }

  #isAsLeft<T>(id: string, { after }: Change<T>, now: T | undefined): boolean {
    const isAsLeft = dequal(now, after) && !this.#isTheirs(id);
    if (!isAsLeft) this.#rehearsal.left.add(id);
    return isAsLeft;
  }

  #titleBack(change: Change<GraphInfo> | undefined): void {
    if (change?.before === undefined) return;
    const asLeft = this.#view.get('info', INFO_KEY)?.title === change.after?.title;
    if (asLeft && !this.#isTheirs(INFO_KEY, 'title')) {
      this.#rehearsal.make(INFO_KEY, { op: 'set_title', title: change.before.title });
    } else this.#rehearsal.left.add(INFO_KEY);
  }
}
