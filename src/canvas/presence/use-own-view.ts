/** Tells the others what the person sees of the canvas, so that they can follow. */
import { useEffect } from 'react';
import { useStoreApi } from 'reactflow';
import { useEditor } from '../../store/editor-context';
import { shownView } from './seen-view';

export function useOwnView(): void {
  const { showPresence } = useEditor();
  const flow = useStoreApi();
  useEffect(() => {
    const show = () => showPresence(shownView(flow.getState()));
    show();
    const stop = flow.subscribe((state, before) => {
      const isSame =
        state.transform === before.transform && state.width === before.width && state.height === before.height;
      if (!isSame) show();
    });
    return () => {
      stop();
      showPresence({ viewport: null });
    };
  }, [showPresence, flow]);
}
