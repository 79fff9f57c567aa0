import { type RefObject, useEffect, useState } from 'react';
import type { NodeChange } from 'reactflow';
import { isTyping } from '../commands/shortcut';
import type { NodeId, Position } from '../shared/graph/model';
import { mayEdit } from '../store/access';
import { useEditor } from '../store/editor-context';
import type { FlowNode } from './flow-elements';
import type { FlowStore } from './flow-store';

/** How far one press goes, in canvas units; further with Shift. */
const [STEP, LARGE_STEP] = [5, 20];
/** Presses that follow each other within this many milliseconds are one move, and one step to take back. */
const PAUSE = 500;
const DIRECTIONS: ReadonlyMap<string, Position> = new Map([
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
]);

/**
 * Arrow keys move what is selected, live for the others as a drag is, wherever on the canvas the keyboard is.
 * @param area what is the canvas
 * @param change takes moves as React Flow tells them of a drag: `dragging` until it is over
 * @returns how many nodes were moved last, to be told to who cannot see it
 */
export function useNudge(
  area: RefObject<HTMLElement | null>,
  flow: FlowStore,
  change: (changes: NodeChange<FlowNode>[]) => void,
): number {
  const { store } = useEditor();
  const [moved, setMoved] = useState(0);
  useEffect(() => {
    let moving: ReadonlySet<NodeId> = new Set();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const move = (by: Position, dragging: boolean) =>
      change(
        flow.state
          .getState()
          .nodes.filter(({ id }) => moving.has(id))
          .map(({ id, position }) => ({
            type: 'position',
            id,
            position: { x: position.x + by.x, y: position.y + by.y },
            dragging,
          })),
      );
    const end = () => {
      clearTimeout(timer);
      if (moving.size === 0) return;
      move({ x: 0, y: 0 }, false);
      setMoved(moving.size);
      moving = new Set();
    };
    const isMeant = ({ target, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent) => {
      if (altKey || ctrlKey || metaKey || isComposing || isTyping(target)) return false;
      if (target === document.body) return true;
      return target instanceof Element && area.current?.contains(target) === true && target.closest('button') === null;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = DIRECTIONS.get(event.key);
      // Something else comes: what was moved so far is a step of its own.
      if (direction === undefined) return event.key === 'Shift' ? undefined : end();
      const { selectedNodes } = store.getState();
      if (selectedNodes.length === 0 || !isMeant(event) || !mayEdit(store.getState())) return;
      event.preventDefault();
      // React Flow would make each press a move of its own.
      event.stopPropagation();
      const step = event.shiftKey ? LARGE_STEP : STEP;
      const fixed = new Set(
        flow.state.getState().nodes.flatMap(({ id, draggable }) => (draggable === false ? id : [])),
      );
      moving = new Set(selectedNodes.filter((id) => !fixed.has(id)));
      setMoved(0);
      move({ x: direction.x * step, y: direction.y * step }, true);
      clearTimeout(timer);
      timer = setTimeout(end, PAUSE);
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('pointerdown', end, true);
    window.addEventListener('blur', end);
    return () => {
      end();
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('pointerdown', end, true);
      window.removeEventListener('blur', end);
    };
  }, [area, flow, change, store]);
  return moved;
}
