/** What nodes are called in a sentence. */
import { useTranslation } from 'react-i18next';
import { isolated } from '../../kit/bidi';
import type { NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { captionOf } from '../../store/caption';
import { useEditorState } from '../../store/editor-context';

export function useCaptions(): (id: NodeId) => string {
  const { t } = useTranslation('canvas');
  const labels = useEditorState((state) => state.labels);
  const nodes = useEditorState((state) => state.nodes);
  return (id) => {
    const row = nodes.get(id);
    if (row === undefined) return '';
    const caption = captionOf(labels.get(foldName(row.label)), row.properties);
    return isolated(caption ?? t('unnamed', { label: isolated(row.label) }));
  };
}
