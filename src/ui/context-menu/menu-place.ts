/** Which menu is meant, and what it is about. */
import type { Place } from '../../commands/command';
import type { EdgeId, NodeId } from '../../shared/graph/model';

/** What was under the pointer, or has the keyboard; undefined: the canvas itself. */
export type MenuTarget =
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'edge'; readonly id: EdgeId }
  | { readonly kind: 'selection' }
  | undefined;

interface Selected {
  readonly selectedNodes: readonly NodeId[];
  readonly selectedEdges: readonly EdgeId[];
}

export interface MenuPlace {
  readonly place: Place;
  /** What is to be selected before: a menu is always about what is selected. */
  readonly select?: { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] };
}

/** @param byKeyboard then the canvas stands for what is selected on it */
export function menuPlace(target: MenuTarget, selected: Selected, byKeyboard: boolean): MenuPlace {
  const { selectedNodes, selectedEdges } = selected;
  if (target?.kind === 'node' && !selectedNodes.includes(target.id)) {
    return { place: 'node', select: { nodes: [target.id], edges: [] } };
  }
  if (target?.kind === 'edge' && !selectedEdges.includes(target.id)) {
    return { place: 'edge', select: { nodes: [], edges: [target.id] } };
  }
  const count = selectedNodes.length + selectedEdges.length;
  if (count === 0 || (target === undefined && !byKeyboard)) return { place: 'canvas' };
  if (count > 1) return { place: 'selection' };
  return { place: selectedNodes.length === 1 ? 'node' : 'edge' };
}
