/**
 * Takes out of patches that were never sent what came to nothing: nodes and edges that were made and deleted again.
 * The rest means the same without it, because ids are never used for another element (SPEC.md, G2).
 */
import type { EdgeId, NodeId } from '../shared/graph/model';
import type { Op } from '../shared/graph/ops';

/** Where an op is in a list of patches. */
interface Place {
  readonly patch: number;
  readonly op: number;
}

export interface CollapsedPatches {
  /** For each patch, the indexes of the ops that are to stay. */
  readonly kept: number[][];
  /** The elements that come out, and in which patch, by its index, they come to nothing. */
  readonly ends: ReadonlyMap<string, number>;
}

/**
 * @param patches never sent, in order; nothing after them is
 * @param isKnown whether the server may know the element: then its deletion has to be told
 */
export function collapse(
  patches: readonly (readonly Op[])[],
  isKnown: (kind: 'node' | 'edge', id: string) => boolean,
): CollapsedPatches {
  const ends = endsOf(patches, isKnown);
  const kept = patches.map((ops, patch) =>
    ops.flatMap((op, index) => {
      const id = subjectOf(op);
      const end = id === undefined ? undefined : ends.get(id);
      return end !== undefined && !isAfter({ patch, op: index }, end) ? [] : [index];
    }),
  );
  return { kept, ends: new Map(Array.from(ends, ([id, { patch }]) => [id, patch])) };
}

/** Of each element that was first made here and deleted later, where it was deleted last. */
function endsOf(
  patches: readonly (readonly Op[])[],
  isKnown: (kind: 'node' | 'edge', id: string) => boolean,
): Map<string, Place> {
  const made = new Set<string>();
  const touchedBefore = new Set<string>();
  const { edges: reconnected, nodes: pinned } = reconnectedEdges(patches);
  /** By node, the edges made here that are at it. */
  const edgesAt = new Map<string, Set<string>>();
  const ends = new Map<string, Place>();
  const make = (kind: 'node' | 'edge', id: string) => {
    if (!touchedBefore.has(id) && !isKnown(kind, id) && !pinned.has(id)) made.add(id);
  };
  const end = (id: string, place: Place) => {
    if (made.has(id)) ends.set(id, place);
  };

  patches.forEach((ops, patch) => {
    ops.forEach((op, index) => {
      const place = { patch, op: index };
      if (op.op === 'create_node') make('node', op.nodeId);
      if (op.op === 'create_edge') {
        make('edge', op.edgeId);
        if (!reconnected.has(op.edgeId)) {
          for (const node of [op.source, op.target]) edgesAt.set(node, (edgesAt.get(node) ?? new Set()).add(op.edgeId));
        }
      }
      if (op.op === 'delete_edge') end(op.edgeId, place);
      if (op.op === 'delete_node') {
        end(op.nodeId, place);
        for (const edge of edgesAt.get(op.nodeId) ?? []) end(edge, place);
        edgesAt.delete(op.nodeId);
      }
      const id = subjectOf(op);
      if (id !== undefined) touchedBefore.add(id);
    });
  });
  return ends;
}

/**
 * Edges that are given other ends, and all the nodes they are ever at. Whether such an edge goes with a node depends on
 * which of the changes counted, and it may need a node that is gone later to come into being: these nodes stay.
 */
function reconnectedEdges(patches: readonly (readonly Op[])[]): { edges: Set<EdgeId>; nodes: Set<NodeId> } {
  const ops = patches.flat();
  const edges = new Set(ops.flatMap((op) => (op.op === 'set_ends' ? [op.edgeId] : [])));
  const nodes = ops.flatMap((op) =>
    (op.op === 'create_edge' || op.op === 'set_ends') && edges.has(op.edgeId) ? [op.source, op.target] : [],
  );
  return { edges, nodes: new Set(nodes) };
}

/** The node or edge an op is about. */
function subjectOf(op: Op): string | undefined {
  switch (op.op) {
    case 'set_title':
    case 'create_label':
    case 'create_edge_type':
    case 'add_property':
    case 'rename_type':
    case 'set_style':
    case 'delete_type':
    case 'rename_property':
    case 'set_property_type':
    case 'delete_property':
    case 'put_view':
    case 'delete_view':
    case 'put_rule':
    case 'delete_rule':
      return undefined;
    case 'create_node':
    case 'move_node':
    case 'set_label':
    case 'set_locked':
    case 'delete_node':
      return op.nodeId;
    case 'set_property':
    case 'remove_property':
      return op.id;
    case 'create_edge':
    case 'set_edge_type':
    case 'set_ends':
    case 'delete_edge':
      return op.edgeId;
  }
}

function isAfter(place: Place, other: Place): boolean {
  return place.patch > other.patch || (place.patch === other.patch && place.op > other.op);
}
