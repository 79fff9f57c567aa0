/** What is drawn where something happened on the canvas. */
import type { EdgeId, NodeId } from '../shared/graph/model';

export type CanvasElement =
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'edge'; readonly id: EdgeId }
  /** The frame around several nodes that were selected with a box. */
  | { readonly kind: 'selection' };

/** @param target what the event names. @returns what it belongs to; undefined: the canvas itself */
export function elementAt(target: Element): CanvasElement | undefined {
  const drawn = target.closest('.react-flow__node, .react-flow__edge, .react-flow__nodesselection');
  if (drawn === null) return undefined;
  if (drawn.matches('.react-flow__nodesselection')) return { kind: 'selection' };
  const id = drawn.getAttribute('data-id');
  if (id === null) return undefined;
  return { kind: drawn.matches('.react-flow__node') ? 'node' : 'edge', id };
}
