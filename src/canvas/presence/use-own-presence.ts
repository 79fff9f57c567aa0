/** Tells the others what the person does on the canvas: where the pointer is, and what is selected. */
import { type PointerEvent, useEffect, useMemo } from 'react';
import { useOnViewportChange, useReactFlow } from 'reactflow';
import type { Position } from '../../shared/graph/model';
import { useEditor } from '../../store/editor-context';
import { shownCursor, shownSelection } from './own-presence';

/** Handlers for the element that holds the canvas. */
interface PointerHandlers {
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
}

export function useOwnCursor(): PointerHandlers {
  const { showPresence } = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const cursor = useMemo(() => {
    /** In client pixels. */
    let at: Position | undefined;
    const show = () => showPresence(shownCursor(at && screenToFlowPosition(at, { snapToGrid: false })));
    const move = (to: Position | undefined) => {
      at = to;
      show();
    };
    return {
      show,
      leave: () => move(undefined),
      handlers: {
        onPointerMove: ({ clientX, clientY }: PointerEvent) => move({ x: clientX, y: clientY }),
        onPointerLeave: () => move(undefined),
      },
    };
  }, [showPresence, screenToFlowPosition]);

  // The canvas moves under a pointer that keeps still.
  useOnViewportChange({ onChange: cursor.show });

  useEffect(() => {
    const leaveWhenHidden = () => document.hidden && cursor.leave();
    window.addEventListener('blur', cursor.leave);
    document.addEventListener('visibilitychange', leaveWhenHidden);
    return () => {
      window.removeEventListener('blur', cursor.leave);
      document.removeEventListener('visibilitychange', leaveWhenHidden);
      cursor.leave();
    };
  }, [cursor]);
  return cursor.handlers;
}

export function useOwnSelection(): void {
  const { store, showPresence } = useEditor();
  useEffect(() => {
    const show = () => {
      const { selectedNodes, selectedEdges } = store.getState();
      showPresence(shownSelection(selectedNodes, selectedEdges));
    };
    show();
    return store.subscribe((state, before) => {
      if (state.selectedNodes !== before.selectedNodes || state.selectedEdges !== before.selectedEdges) show();
    });
  }, [store, showPresence]);
}
