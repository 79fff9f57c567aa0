import { type RefObject, useEffect } from 'react';
import { useEditor } from '../store/editor-context';

/**
 * The keyboard is never nowhere: when what had it goes with an element that was deleted (its card, its fields in the
 * inspector), the canvas has it.
 * @param area what is the canvas
 */
export function useFocusKept(area: RefObject<HTMLElement | null>): void {
  const { store } = useEditor();
  useEffect(() => {
    let focused: EventTarget | null = null;
    const note = ({ target }: FocusEvent) => {
      focused = target;
    };
    const look = () => {
      const isGone = focused instanceof Node && !focused.isConnected && document.activeElement === document.body;
      if (isGone) area.current?.querySelector<HTMLElement>('[role="application"]')?.focus({ preventScroll: true });
    };
    let frame = 0;
    const stop = store.subscribe(({ rowsRevision, selectedNodes, selectedEdges }, before) => {
      const isSame =
        rowsRevision === before.rowsRevision &&
        selectedNodes === before.selectedNodes &&
        selectedEdges === before.selectedEdges;
      if (isSame) return;
      // When all of it is drawn: what knows better where the keyboard belongs has put it there by then.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(look);
      });
    });
    document.addEventListener('focusin', note);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      document.removeEventListener('focusin', note);
    };
  }, [area, store]);
}
