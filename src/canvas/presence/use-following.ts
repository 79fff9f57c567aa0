/**
 * Keeps the own view where someone else's is, for as long as they are followed. Whatever else moves the view ends it: the
 * person's own hands, a command, something that was found.
 */
import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import { useEditor, useEditorState } from '../../store/editor-context';
import { nearer, viewOf, viewportFor } from './seen-view';

/** Milliseconds from one frame to the next, where there was none before. */
const FRAME = 16;

export function useFollowing(): void {
  const { store } = useEditor();
  const flow = useStoreApi();
  const { setViewport } = useReactFlow();
  const following = useEditorState((state) => state.following);
  useEffect(() => {
    if (following === undefined) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    /** While it is this that moves the view. */
    let placing = false;
    let frame: number | undefined;
    let last: number | undefined;
    const goal = () => store.getState().peers.get(following)?.state.viewport ?? undefined;
    const draw = (now: number) => {
      frame = undefined;
      const to = goal();
      if (to === undefined) return;
      const screen = flow.getState();
      const next = still.matches ? to : nearer(viewOf(screen), to, last === undefined ? FRAME : now - last);
      last = now;
      placing = true;
      void setViewport(viewportFor(next, screen));
      placing = false;
      if (next === to) last = undefined;
      else go();
    };
    const go = () => {
      frame ??= requestAnimationFrame(draw);
    };
    go();
    const stopPeers = store.subscribe(({ peers }, before) => {
      if (peers.get(following)?.state.viewport !== before.peers.get(following)?.state.viewport) go();
    });
    const stopFlow = flow.subscribe((state, before) => {
      if (state.width !== before.width || state.height !== before.height) go();
      if (state.transform !== before.transform && !placing) store.setState({ following: undefined });
    });
    return () => {
      stopPeers();
      stopFlow();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [following, store, flow, setViewport]);
}
