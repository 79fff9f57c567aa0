import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../kit/bidi';
import { useEditor, useEditorState } from '../store/editor-context';
import { nodeCaption } from '../store/node-look';
import { EdgeNames } from './edge-names';
import type { FlowEdge } from './flow-elements';

/** The edges with what screen readers call them. */
export function useNamedEdges(edges: readonly FlowEdge[]): FlowEdge[] {
  const { store } = useEditor();
  const { t } = useTranslation('canvas');
  const labels = useEditorState((state) => state.labels);
  const ruled = useEditorState((state) => state.ruled);
  // Rows change in place: this is what tells that they did.
  useEditorState((state) => state.rowsRevision);
  const names = useMemo(
    () =>
      new EdgeNames((row) =>
        isolated(nodeCaption(row, { labels, ruled }) ?? t('unnamed', { label: isolated(row.label) })),
      ),
    [labels, ruled, t],
  );
  return names.of(edges, store.getState().nodes);
}
