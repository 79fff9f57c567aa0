/**
 * The one meaning of every op, run by the server when it orders a patch and by every client when it shows one
 * (SPEC.md, A1–A9). It depends on nothing but the graph and the ops: the same patch on the same graph has the same
 * outcome everywhere.
 *
 * Two things can be wrong with an op, and they are kept apart:
 *  - it is *moot*: someone's earlier patch removed what it is about. The op is skipped, the rest of the patch counts.
 *  - it is *wrong*: it does not fit the schema. The whole patch is refused and changes nothing.
 */
import {
  createEdge,
  createNode,
  moveNode,
  removeEdge,
  removeNode,
  removeProperty,
  type SkipReason,
  setEdgeType,
  setEnds,
  setLabel,
  setLocked,
  setProperty,
} from './element-ops';
import { GONE } from './former-names';
import type { MutableGraph } from './graph';
import { type GraphLimits, WIDEST_LIMITS } from './graph-limits';
import { type Elements, type ElementType, INFO_KEY, type Kind, type PropertyDefinition, TYPE_KINDS } from './model';
import type { Op } from './ops';
import { addProperties, deleteProperty, propertyNamed, renameProperty, setPropertyType } from './property-ops';
import { type JournalEntry, RecordingGraph, Refusal, type RefusalCode } from './recording-graph';
import { deleteRule, deleteView, putRule, putView } from './saved-ops';
import { createType, deleteType, renameType, setStyle, typeNamed } from './type-ops';

export interface SkippedOp {
  /** Index of the op in its patch. */
  readonly op: number;
  readonly reason: SkipReason;
}

export type PatchOutcome =
  | { readonly status: 'applied'; readonly skipped: readonly SkippedOp[]; readonly journal: readonly JournalEntry[] }
  | { readonly status: 'refused'; readonly code: RefusalCode; readonly reason: string };

/** Nodes and edges are not even counted: in an overlay that takes time, and replaying has none to lose. */
const UNCOUNTED: GraphLimits = {
  ...WIDEST_LIMITS,
  nodes: Number.POSITIVE_INFINITY,
  edges: Number.POSITIVE_INFINITY,
};

/**
 * Applies a patch to `graph` in place: all of it (skipping moot ops), or, when it is refused, nothing.
 * @param limits what a new patch is held to; a patch that was accepted before is applied without
 * @returns what was skipped and what was written (oldest first; an element may appear more than once), or the refusal
 */
export function applyPatch(graph: MutableGraph, ops: readonly Op[], limits: GraphLimits = UNCOUNTED): PatchOutcome {
  const journal: JournalEntry[] = [];
  const skipped: SkippedOp[] = [];
  const recording = new RecordingGraph(graph, journal, limits);
  try {
    if (ops.length > limits.opsPerPatch) {
      throw new Refusal('LIMIT_REACHED', `A patch can have at most ${limits.opsPerPatch} ops.`);
    }
    ops.forEach((op, index) => {
      const reason = applyOp(recording, op);
      if (reason !== undefined) skipped.push({ op: index, reason });
    });
    return { status: 'applied', skipped, journal };
  } catch (error) {
    for (const entry of journal.reverse()) restore(graph, entry);
    if (error instanceof Refusal) return { status: 'refused', code: error.code, reason: error.reason };
    throw error;
  }
}

function restore<K extends Kind>(
  graph: MutableGraph,
  entry: { kind: K; key: string; before: Elements[K] | undefined },
) {
  graph.put(entry.kind, entry.key, entry.before);
}

function applyOp(graph: RecordingGraph, op: Op): SkipReason | undefined {
  switch (op.op) {
    case 'set_title':
      graph.put('info', INFO_KEY, { title: op.title });
      return undefined;
    case 'create_label':
      createType(graph, 'label', op.label, op);
      return undefined;
    case 'create_edge_type':
      createType(graph, 'edgeType', op.type, op);
      return undefined;
    case 'add_property':
      return withType(graph, op, (type) => addProperties(graph, TYPE_KINDS[op.on], type, { [op.key]: op.type }));
    case 'rename_type':
      return withType(graph, op, (type) => renameType(graph, TYPE_KINDS[op.on], type, op.to));
    case 'set_style':
      return withType(graph, op, (type) => setStyle(graph, TYPE_KINDS[op.on], type, op.style));
    case 'delete_type':
      return withType(graph, op, (type) => deleteType(graph, TYPE_KINDS[op.on], type, op.unused));
    case 'rename_property':
      return withProperty(graph, op, (type, property) =>
        renameProperty(graph, TYPE_KINDS[op.on], type, property, op.to),
      );
    case 'set_property_type':
      return withProperty(graph, op, (type, property) =>
        setPropertyType(graph, TYPE_KINDS[op.on], type, property, op.type),
      );
    case 'delete_property':
      return withProperty(graph, op, (type, property) =>
        deleteProperty(graph, TYPE_KINDS[op.on], type, property, op.unused),
      );
    case 'create_node':
      return createNode(graph, op);
    case 'move_node':
      return moveNode(graph, op);
    case 'set_label':
      return setLabel(graph, op);
    case 'set_locked':
      return setLocked(graph, op);
    case 'delete_node':
      return removeNode(graph, op);
    case 'create_edge':
      return createEdge(graph, op);
    case 'set_edge_type':
      return setEdgeType(graph, op);
    case 'set_ends':
      return setEnds(graph, op);
    case 'delete_edge':
      return removeEdge(graph, op);
    case 'set_property':
      return setProperty(graph, op);
    case 'remove_property':
      return removeProperty(graph, op);
    case 'put_view':
      return putView(graph, op.view);
    case 'delete_view':
      return deleteView(graph, op.viewId);
    case 'put_rule':
      return putRule(graph, op.rule);
    case 'delete_rule':
      return deleteRule(graph, op.ruleId);
  }
}

interface OfType {
  readonly on: 'node' | 'edge';
  readonly of: string;
}

/** @param run returns why the op is moot after all, if it is */
function withType(
  graph: RecordingGraph,
  op: OfType,
  run: (type: ElementType) => SkipReason | undefined,
): SkipReason | undefined {
  const type = typeNamed(graph, TYPE_KINDS[op.on], op.of);
  return type === GONE ? 'type_gone' : run(type);
}

function withProperty(
  graph: RecordingGraph,
  op: OfType & { readonly key: string },
  run: (type: ElementType, property: PropertyDefinition) => SkipReason | undefined,
): SkipReason | undefined {
  return withType(graph, op, (type) => {
    const property = propertyNamed(graph, TYPE_KINDS[op.on], type, op.key);
    return property === GONE ? 'property_gone' : run(type, property);
  });
}
