import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../kit/bidi';
import { foldName } from '../shared/graph/names';
import { captionOf } from '../store/caption';
import { useEditor, useEditorState } from '../store/editor-context';
import { EdgeNames } from './edge-names';
import type { FlowEdge } from './flow-elements';

/** The edges with what screen readers call them. */
export function useNamedEdges(edges: readonly FlowEdge[]): FlowEdge[] {
  const { store } = useEditor();
  const { t } = useTranslation('canvas');
  const labels = useEditorState((state) => state.labels);
  // Rows change in place: this is what tells that they did.
  useEditorState((state) => state.rowsRevision);
  const names = useMemo(
    () =>
      new EdgeNames(({ label, properties }) =>
        isolated(captionOf(labels.get(foldName(label)), properties) ?? t('unnamed', { label: isolated(label) })),
      ),
    [labels, t],
  );
  return names.of(edges, store.getState().nodes);
}
