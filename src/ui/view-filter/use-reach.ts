/** How many nodes lie within so many steps of what is selected: on the canvas, and hidden ones. */
import { useMemo } from 'react';
import { touchedNodes } from '../../commands/select-commands';
import type { NodeId } from '../../shared/graph/model';
import { useEditor, useEditorState } from '../../store/editor-context';
import { neighbours, shownRows, stepsFrom } from '../../store/neighbourhood';
import { isEdgeAllowed, isNodeShown } from '../../store/view-filter';
import { useSettledRevision } from '../explore/use-settled-revision';

/** Further is mostly everything. */
export const MOST_STEPS = 5;

export interface Reach {
  /** How many are on the canvas and reached by way of what is. */
  readonly shown: (steps: number) => number;
  /** Those that are not on the canvas, reached by way of any node. Edges that are hidden lead nowhere. */
  readonly hidden: (steps: number) => readonly NodeId[];
}

export function useReach(): Reach {
  const { store } = useEditor();
  const revision = useSettledRevision();
  const viewFilter = useEditorState((state) => state.viewFilter);
  const selectedNodes = useEditorState((state) => state.selectedNodes);
  const selectedEdges = useEditorState((state) => state.selectedEdges);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change in place, and the revision with them
  const ways = useMemo(() => {
    const { nodes, edges } = store.getState();
    const allowed = [...edges.values()].filter((row) => isEdgeAllowed(viewFilter, row));
    return {
      onCanvas: neighbours(shownRows({ nodes, edges, viewFilter }).edges, 'both'),
      all: neighbours(allowed, 'both'),
    };
  }, [store, revision, viewFilter]);
  return useMemo(() => {
    const { nodes, edges } = store.getState();
    const from = touchedNodes({ selectedNodes, selectedEdges, edges });
    const near = stepsFrom(from, ways.onCanvas, MOST_STEPS);
    const isHidden = (id: NodeId) => {
      const row = nodes.get(id);
      return row !== undefined && !isNodeShown(viewFilter, row);
    };
    const beyond = [...stepsFrom(from, ways.all, MOST_STEPS)].filter(([id]) => isHidden(id));
    return {
      shown: (steps) => [...near.values()].filter((away) => away > 0 && away <= steps).length,
      hidden: (steps) => beyond.filter(([, away]) => away <= steps).map(([id]) => id),
    };
  }, [store, ways, viewFilter, selectedNodes, selectedEdges]);
}
