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
  type ElementType,
  type GraphEdge,
  type GraphInfo,
  type GraphNode,
  INFO_KEY,
  type NodeId,
  type Properties,
} from '../shared/graph/model';
import { foldName } from '../shared/graph/names';
import type { Op } from '../shared/graph/ops';
import type { PropertyValue } from '../shared/graph/values';
import { fieldsBack, fittingProperties } from './fields-back';
import type { IsTheirs } from './others-writes';

export interface Inverse {
  readonly ops: readonly Op[];
  /** How many elements (nodes, edges, the title) were left, wholly or in part, as others have made them. */
  readonly left: number;
}

/**
 * Whether there is anything in these changes that ops can take back. Labels, edge types, their properties and the first
 * title cannot be taken back; nothing depends on their absence.
 */
export function isUndoable(changes: NetChanges): boolean {
  return changes.node.size > 0 || changes.edge.size > 0 || changes.info.get(INFO_KEY)?.before !== undefined;
}

/**
 * The ops that make everything in `changes` what it was before, where it still is as the changes left it.
 * @param view the graph that the ops will meet
 * @param isTheirs what others have written since the changes were made
 */
export function inverseOps(changes: NetChanges, view: GraphView, isTheirs: IsTheirs): Inverse {
  return new Inversion(view, isTheirs).of(changes);
}

class Inversion {
  readonly #view: GraphView;
  readonly #isTheirs: IsTheirs;
  readonly #doomedEdges = new Set<EdgeId>();
  readonly #doomedNodes = new Set<NodeId>();
  readonly #returning = new Set<NodeId>();
  /** Creates and edits, in an order in which each finds what it needs. */
  readonly #ops: Op[] = [];
  #left = 0;

  constructor(view: GraphView, isTheirs: IsTheirs) {
    this.#view = view;
    this.#isTheirs = isTheirs;
  }

  of(changes: NetChanges): Inverse {
    // Whether a node may go depends on the edges that go; whether an edge can come back, on the nodes that are there.
    for (const [id, change] of changes.edge) if (change.before === undefined) this.#unmakeEdge(id, change.after);
    for (const [id, { before, after }] of changes.node) {
      if (before === undefined) this.#unmakeNode(id, after);
      else if (after === undefined) this.#remakeNode(before);
      else {
        const type = this.#view.get('label', foldName(before.label));
        this.#edit(fieldsBack({ before, after }, this.#view.get('node', before.id), type, this.#isTheirs));
      }
    }
    for (const [, { before, after }] of changes.edge) {
      if (before === undefined) continue;
      if (after === undefined) this.#remakeEdge(before);
      else {
        const type = this.#view.get('edgeType', foldName(before.type));
        this.#edit(fieldsBack({ before, after }, this.#view.get('edge', before.id), type, this.#isTheirs));
      }
    }
    this.#titleBack(changes.info.get(INFO_KEY));
    return { ops: [...this.#deletes(), ...this.#ops], left: this.#left };
  }

  #deletes(): Op[] {
    const edges = [...this.#doomedEdges].filter((id) => {
      const edge = this.#view.get('edge', id);
      return edge !== undefined && !this.#doomedNodes.has(edge.source) && !this.#doomedNodes.has(edge.target);
    });
    return [
      ...edges.map((edgeId): Op => ({ op: 'delete_edge', edgeId })),
      ...[...this.#doomedNodes].map((nodeId): Op => ({ op: 'delete_node', nodeId })),
    ];
  }

  #unmakeEdge(id: EdgeId, made: GraphEdge | undefined): void {
    if (this.#isUntouched(id, made, this.#view.get('edge', id))) this.#doomedEdges.add(id);
    else this.#left += 1;
  }

  #unmakeNode(id: NodeId, made: GraphNode | undefined): void {
    const untouched = this.#isUntouched(id, made, this.#view.get('node', id));
    const edges = untouched ? [...this.#view.edgesAt(id)] : [];
    if (untouched && edges.every((edgeId) => this.#doomedEdges.has(edgeId))) this.#doomedNodes.add(id);
    else this.#left += 1;
  }

  #isUntouched(id: string, made: GraphNode | GraphEdge | undefined, now: GraphNode | GraphEdge | undefined): boolean {
    return now !== undefined && dequal(now, made) && !this.#isTheirs(id);
  }

  #remakeNode({ id, label, position, properties }: GraphNode): void {
    const type = this.#view.get('label', foldName(label));
    if (type === undefined || this.#view.get('node', id) !== undefined || this.#isTheirs(id, 'exists')) {
      this.#left += 1;
      return;
    }
    this.#returning.add(id);
    this.#ops.push({ op: 'create_node', nodeId: id, label, position, properties: this.#fitting(type, properties) });
  }

  #remakeEdge({ id, type: name, source, target, properties }: GraphEdge): void {
    const type = this.#view.get('edgeType', foldName(name));
    const canBe = type !== undefined && this.#stands(source) && this.#stands(target);
    if (!canBe || this.#view.get('edge', id) !== undefined || this.#isTheirs(id, 'exists')) {
      this.#left += 1;
      return;
    }
    const kept = this.#fitting(type, properties);
    this.#ops.push({ op: 'create_edge', edgeId: id, type: name, source, target, properties: kept });
  }

  /** Whether the node will be there. */
  #stands(id: NodeId): boolean {
    return this.#returning.has(id) || this.#view.get('node', id) !== undefined;
  }

  #fitting(type: ElementType, properties: Properties): Record<string, PropertyValue> {
    const fitting = fittingProperties(type, properties);
    if (Object.keys(fitting).length < properties.size) this.#left += 1;
    return fitting;
  }

  #edit(ops: readonly (Op | undefined)[]): void {
    this.#ops.push(...ops.filter((op) => op !== undefined));
    if (ops.includes(undefined)) this.#left += 1;
  }

  #titleBack(change: Change<GraphInfo> | undefined): void {
    if (change?.before === undefined) return;
    const asLeft = this.#view.get('info', INFO_KEY)?.title === change.after?.title;
    if (asLeft && !this.#isTheirs(INFO_KEY, 'title')) this.#ops.push({ op: 'set_title', title: change.before.title });
    else this.#left += 1;
  }
}
