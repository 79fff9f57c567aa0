import { type PointerEvent as ReactPointerEvent, useEffect, useState } from 'react';
import { useReactFlow } from 'reactflow';
import type { Point } from '../../kit/edge-geometry';
import type { NodeId } from '../../shared/graph/model';
import { elementAt } from '../element-at';
import type { End } from './edge-course';

/** An end of an edge on its way. */
export interface EndDrag {
  readonly end: End;
  /** In canvas units. */
  readonly at: Point;
  /** The node under the pointer: there it would end. */
  readonly over: NodeId | undefined;
}

interface EndDragging {
  readonly drag: EndDrag | undefined;
  readonly begin: (end: End, event: ReactPointerEvent) => void;
}

function nodeAt(x: number, y: number): NodeId | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const drawn = elementAt(element);
    if (drawn?.kind === 'node') return drawn.id;
  }
  return undefined;
}

/**
 * Dragging an end of an edge: let go over a node, it ends there; elsewhere, or with Esc, it stays as it was.
 * @param onDrop should keep its identity
 */
export function useEndDrag(onDrop: (end: End, node: NodeId) => void): EndDragging {
  const { screenToFlowPosition } = useReactFlow();
  const [drag, setDrag] = useState<EndDrag>();
  const end = drag?.end;
  useEffect(() => {
    if (end === undefined) return;
    const follow = ({ clientX: x, clientY: y }: PointerEvent) =>
      setDrag({ end, at: screenToFlowPosition({ x, y }), over: nodeAt(x, y) });
    const drop = ({ clientX: x, clientY: y }: PointerEvent) => {
      setDrag(undefined);
      const node = nodeAt(x, y);
      if (node !== undefined) onDrop(end, node);
    };
    const cancel = () => setDrag(undefined);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // It is the drag that Esc ends, and not the selection.
      event.stopPropagation();
      cancel();
    };
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [end, onDrop, screenToFlowPosition]);
  const begin = (of: End, event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    // What the press ends on is then the grip still, and not the canvas, which would select nothing.
    event.currentTarget.setPointerCapture?.(event.pointerId);
    setDrag({ end: of, at: screenToFlowPosition({ x: event.clientX, y: event.clientY }), over: undefined });
  };
  return { drag, begin };
}
