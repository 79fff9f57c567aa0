import { useEffect } from 'react';
import { useEditor } from '../../store/editor-context';
import type { FlowStore } from '../flow-store';
import { draggedBy } from './others-drags';

/** Draws on the canvas what others drag, as they move it. */
export function useOthersDrags(flow: FlowStore): void {
  const { store } = useEditor();
  useEffect(() => {
    let frame: number | undefined;
    const show = () => {
      frame = undefined;
      flow.showDrags(draggedBy(store.getState().peers.values()));
    };
    // Once a frame: where drawing takes longer than the next message, it must not fall behind more and more.
    const showSoon = () => {
      frame ??= requestAnimationFrame(show);
    };
    showSoon();
    const stop = store.subscribe((state, before) => {
      if (state.peers !== before.peers) showSoon();
    });
    return () => {
      stop();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [flow, store]);
}
