/** What the panels know of saved views. */
import { useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { must } from '../../shared/assert';
import type { ViewId } from '../../shared/graph/saved-views';
import { useEditorState } from '../../store/editor-context';
import { type Check, checksOf } from '../../views/checks';
import { type KeptViews, ViewsContext } from '../../views/kept-views';
import type { ViewAnswer } from '../../views/view-answer';

export function useKeptViews(): KeptViews {
  return must(useContext(ViewsContext), 'the saved views of this page');
}

export function useViewAnswer(id: ViewId): ViewAnswer | undefined {
  return useStore(useKeptViews().state, ({ answers }) => answers.get(id));
}

/** Whether it takes long and is being asked all the same. */
export function useIsRunning(id: ViewId): boolean {
  return useStore(useKeptViews().state, ({ running }) => running.has(id));
}

export function useChecks(): readonly Check[] {
  const views = useEditorState((state) => state.views);
  const answers = useStore(useKeptViews().state, (state) => state.answers);
  return useMemo(() => checksOf(views.values(), answers), [views, answers]);
}
