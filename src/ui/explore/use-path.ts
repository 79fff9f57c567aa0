/** The shortest paths that are looked for, in the graph as it is. */
import { useMemo } from 'react';
import { must } from '../../shared/assert';
import type { NodeId } from '../../shared/graph/model';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { SoughtPath } from '../../store/exploring';
import { shownRows } from '../../store/neighbourhood';
import type { EdgeRow } from '../../store/rows';
import { edgesAlong, shortestPaths } from '../../store/shortest-paths';
import { isNodeShown } from '../../store/view-filter';
import { useSettledRevision } from './use-settled-revision';

export interface FoundPath {
  readonly nodes: readonly NodeId[];
  /** For each step, the edges by which it can be gone. */
  readonly steps: readonly (readonly EdgeRow[])[];
  /** How many of its nodes are not on the canvas. */
  readonly hidden: number;
}

export type Sought =
  | { readonly state: 'found'; readonly count: number; readonly at: (index: number) => FoundPath }
  | { readonly state: 'none' }
  /** One of the ends is no longer in the graph. */
  | { readonly state: 'gone' };

export function usePath({ from, to, directed, everywhere }: SoughtPath): Sought {
  const { store } = useEditor();
  const revision = useSettledRevision();
  const viewFilter = useEditorState((state) => state.viewFilter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change in place, and the revision with them
  return useMemo(() => {
    const { nodes, edges } = store.getState();
    if (!nodes.has(from) || !nodes.has(to)) return { state: 'gone' };
    const direction = directed ? 'out' : 'both';
    const rows = everywhere ? [...edges.values()] : shownRows({ nodes, edges, viewFilter }).edges;
    const paths = shortestPaths(from, to, rows, direction);
    if (paths === undefined) return { state: 'none' };
    const at = (index: number): FoundPath => {
      const way = paths.at(index);
      const hidden = way.filter((id) => !isNodeShown(viewFilter, must(nodes.get(id), 'a node of the path'))).length;
      return { nodes: way, steps: edgesAlong(way, rows, direction), hidden };
    };
    return { state: 'found', count: paths.count, at };
  }, [store, revision, viewFilter, from, to, directed, everywhere]);
}
