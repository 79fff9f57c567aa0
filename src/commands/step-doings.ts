/** What a step did, by kinds of change: what has to be told apart to say it in a few words. */
import { dequal } from 'dequal';
import type { Change, NetChanges } from '../shared/graph/changes';
import type { ElementType, GraphEdge, GraphNode } from '../shared/graph/model';

type Kind = 'add' | 'delete' | 'move' | 'relabel' | 'lock' | 'unlock' | 'reconnect' | 'change';

/** One kind of change to nodes and edges, and to which. */
export interface ElementsDoing {
  readonly kind: Kind;
  readonly nodes: readonly Change<GraphNode>[];
  readonly edges: readonly Change<GraphEdge>[];
}

/** One kind of change, of all that a step may be made of. */
export type Doing =
  | { readonly kind: 'title' | 'schema' | 'styling' }
  | { readonly kind: 'saveView' | 'deleteView'; readonly name: string }
  /** A label (of nodes) or an edge type, and all that was of it. */
  | { readonly kind: 'deleteType'; readonly on: 'node' | 'edge'; readonly name: string }
  | ElementsDoing;

/** Whether it is about nodes and edges. */
export function isOfElements(doing: Doing): doing is ElementsDoing {
  return 'nodes' in doing;
}

/** All kinds of change that a step was made of; most steps are made of one. What follows from another is not named. */
export function stepDoings(changes: NetChanges): readonly Doing[] {
  const types = [...changes.label.values(), ...changes.edgeType.values()];
  // What elements become because their label or edge type does goes without saying.
  if (types.some(isTypeChanged)) return [deletedType(changes) ?? { kind: 'schema' }];
  const nodes = grouped(changes.node.values(), nodeKind);
  const edges = grouped(ownEdges(changes), edgeKind);
  const kinds = [...new Set([...nodes.keys(), ...edges.keys()])];
  const doings = kinds.map((kind): Doing => ({ kind, nodes: nodes.get(kind) ?? [], edges: edges.get(kind) ?? [] }));
  for (const { before, after } of changes.view.values()) {
    const view = after ?? before;
    if (view !== undefined) doings.push({ kind: after === undefined ? 'deleteView' : 'saveView', name: view.name });
  }
  if (changes.rule.size > 0) doings.push({ kind: 'styling' });
  if (changes.info.size > 0) doings.push({ kind: 'title' });
  return doings.length === 0 && types.length > 0 ? [{ kind: 'schema' }] : doings;
}

/** The one label or edge type that went, where that is all that became of any. */
function deletedType({ label, edgeType }: NetChanges): Doing | undefined {
  const [only] = [...label.values(), ...edgeType.values()];
  if (label.size + edgeType.size > 1 || only?.before === undefined || only.after !== undefined) return undefined;
  return { kind: 'deleteType', on: label.size === 1 ? 'node' : 'edge', name: only.before.name };
}

/** Whether it is more than a new label or edge type, or new properties of one: these are made on the way to other things. */
function isTypeChanged({ before, after }: Change<ElementType>): boolean {
  if (before === undefined) return false;
  if (after === undefined || before.name !== after.name || !dequal(before.style, after.style)) return true;
  return [...before.properties].some(([key, property]) => !dequal(property, after.properties.get(key)));
}

function grouped<T>(changes: Iterable<T>, kindOf: (change: T) => Kind): ReadonlyMap<Kind, readonly T[]> {
  const groups = new Map<Kind, T[]>();
  for (const change of changes) {
    const kind = kindOf(change);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [change]);
    else group.push(change);
  }
  return groups;
}

function nodeKind({ before, after }: Change<GraphNode>): Kind {
  if (before === undefined) return 'add';
  if (after === undefined) return 'delete';
  if (before.label !== after.label) return 'relabel';
  if (before.locked !== after.locked) return after.locked === true ? 'lock' : 'unlock';
  return before.position.x !== after.position.x || before.position.y !== after.position.y ? 'move' : 'change';
}

function edgeKind({ before, after }: Change<GraphEdge>): Kind {
  if (before === undefined) return 'add';
  if (after === undefined) return 'delete';
  if (before.type !== after.type) return 'relabel';
  return before.source === after.source && before.target === after.target ? 'change' : 'reconnect';
}

/** Without the one edge or the edges that went because a single node did: who deletes a node means the node. */
function ownEdges({ node, edge }: NetChanges): Change<GraphEdge>[] {
  const all = [...edge.values()];
  const [only] = node.size === 1 ? node.values() : [];
  const gone = only?.after === undefined ? only?.before : undefined;
  if (gone === undefined) return all;
  return all.filter(({ before, after }) => {
    const isAtNode = before?.source === gone.id || before?.target === gone.id;
    return after !== undefined || !isAtNode;
  });
}
