/** Goes from an answer to the canvas. */
import { useMemo } from 'react';
import { useCommands } from '../../commands/commands-context';
import type { AnswerElements } from '../../console/answer-elements';
import type { EdgeId, NodeId } from '../../shared/graph/model';
import { useEditor } from '../../store/editor-context';
import { showingAlways, showingOnly } from '../../store/view-filter';

export interface GoTo {
  /** Selects them and moves the view there; what is hidden is shown for it. */
  select(elements: AnswerElements): void;
  /** Shows nothing else. Edges are shown with their ends. */
  showAlone(elements: AnswerElements): void;
}

/** Where the console and panels lie over the canvas. */
const NARROW = '(max-width: 720px)';

export function useGoTo(): GoTo {
  const { store } = useEditor();
  const { canvas } = useCommands().context;
  return useMemo(() => {
    /** What is still in the graph, and the ends of the edges. */
    const existing = ({ nodes, edges }: AnswerElements) => {
      const state = store.getState();
      const rows = [...edges].map((id) => state.edges.get(id)).filter((row) => row !== undefined);
      const chosen: NodeId[] = [...nodes].filter((id) => state.nodes.has(id));
      const ids: EdgeId[] = rows.map(({ id }) => id);
      const around = [...new Set([...chosen, ...rows.flatMap(({ source, target }) => [source, target])])];
      return { chosen, edges: ids, around };
    };
    const look = (nodes: readonly NodeId[]) => {
      if (matchMedia(NARROW).matches) store.setState({ consoleOpen: false, panel: undefined });
      canvas.show(nodes);
    };
    return {
      select: (elements) => {
        const { chosen, edges, around } = existing(elements);
        store.setState(({ viewFilter }) => ({ viewFilter: showingAlways(viewFilter, around, edges) }));
        canvas.select(chosen, edges);
        look(around);
      },
      showAlone: (elements) => {
        const { around, edges } = existing(elements);
        store.setState(({ viewFilter }) => ({
          viewFilter: showingAlways(showingOnly(viewFilter, new Set(around)), around, edges),
        }));
        look(around);
      },
    };
  }, [store, canvas]);
}
