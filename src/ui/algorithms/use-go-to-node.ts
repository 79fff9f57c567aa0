/** Goes to a node on the canvas; what is hidden is shown for it. */
import { useCallback } from 'react';
import { useCommands } from '../../commands/commands-context';
import type { NodeId } from '../../shared/graph/model';
import { useEditor } from '../../store/editor-context';
import { showingAlways } from '../../store/view-filter';

/** Where the panel lies over the canvas. */
const NARROW = '(max-width: 720px)';

export function useGoToNode(): (id: NodeId) => void {
  const { store } = useEditor();
  const { canvas } = useCommands().context;
  return useCallback(
    (id) => {
      store.setState(({ viewFilter }) => ({ viewFilter: showingAlways(viewFilter, [id], []) }));
      if (matchMedia(NARROW).matches) store.setState({ panel: undefined });
      canvas.select([id]);
      canvas.show([id]);
    },
    [store, canvas],
  );
}
