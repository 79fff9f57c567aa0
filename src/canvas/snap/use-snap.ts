import { useEffect, useMemo, useState } from 'react';
import { type NodeChange, useStoreApi } from 'reactflow';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Box } from '../../kit/edge-geometry';
import { isSnapping } from '../../store/snapping';
import type { FlowNode } from '../flow-elements';
import type { FlowStore } from '../flow-store';
import { DragSnap, type Move } from './drag-snap';
import { NO_SNAP, type Snap } from './snap';

/** How near something has to be to snap, in pixels on the screen. */
const REACH = 6;

type Change = (changes: NodeChange<FlowNode>[]) => void;

interface Snapping {
  /** Takes what React Flow tells of a drag, and hands it on with places that snap. */
  readonly onNodesChange: Change;
  /** The guides of the drag that goes on. */
  readonly guides: StoreApi<Snap>;
}

/**
 * Makes drags snap to what is near, unless the person turned that off or holds Cmd or Ctrl. What is told on, to the canvas
 * and to the others alike, is the snapped place.
 */
export function useSnap(flow: FlowStore, change: Change): Snapping {
  const view = useStoreApi();
  const [guides] = useState(() => createStore<Snap>(() => NO_SNAP));
  const snapping = useMemo(() => {
    let drag: DragSnap | undefined;
    let seenFrom: unknown;
    let free = false;

    const show = (snap: Snap) => {
      if (snap !== guides.getState()) guides.setState(snap, true);
    };
    const dragOf = (moves: readonly Move[]): DragSnap => {
      const { transform, width, height } = view.getState();
      if (drag === undefined || transform !== seenFrom) {
        const moving = new Set(moves.map(({ id }) => id));
        drag = new DragSnap(flow.state.getState().nodes, moving, seenBox(transform, width, height));
        seenFrom = transform;
      }
      return drag;
    };
    const snapped = (moves: readonly Move[]): void => {
      const zoom = view.getState().transform[2];
      const found = dragOf(moves).take(moves, isSnapping() && !free ? REACH / zoom : 0);
      show(found.guides.length + found.gaps.length > 0 ? found : NO_SNAP);
    };
    return {
      onNodesChange: (changes: NodeChange<FlowNode>[]) => {
        const moves = changes.filter((each) => each.type === 'position');
        const goesOn = moves.some(({ dragging }) => dragging === true);
        if (goesOn) snapped(moves);
        const by = drag?.by ?? NO_SNAP.by;
        change(by.x === 0 && by.y === 0 ? changes : changes.map((each) => movedBy(each, by)));
        if (moves.length > 0 && !goesOn) drag = undefined;
      },
      /** The pointer is pressed: what comes is another drag. */
      begin: () => {
        drag = undefined;
      },
      end: () => show(NO_SNAP),
      look: (event: PointerEvent | KeyboardEvent) => {
        free = event.ctrlKey || event.metaKey;
      },
    };
  }, [flow, change, view, guides]);

  useEffect(() => {
    const { begin, end, look } = snapping;
    window.addEventListener('pointerdown', begin, true);
    window.addEventListener('pointermove', look, true);
    window.addEventListener('keydown', look, true);
    window.addEventListener('keyup', look, true);
    for (const over of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(over, end);
    return () => {
      window.removeEventListener('pointerdown', begin, true);
      window.removeEventListener('pointermove', look, true);
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keyup', look, true);
      for (const over of ['pointerup', 'pointercancel', 'blur']) window.removeEventListener(over, end);
    };
  }, [snapping]);
  return { onNodesChange: snapping.onNodesChange, guides };
}

function seenBox([x, y, zoom]: readonly [number, number, number], width: number, height: number): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

function movedBy(change: NodeChange<FlowNode>, by: Snap['by']): NodeChange<FlowNode> {
  if (change.type !== 'position' || change.position === undefined) return change;
  return { ...change, position: { x: change.position.x + by.x, y: change.position.y + by.y } };
}
