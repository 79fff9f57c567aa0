/** Tells who cannot see it what is selected. */
import { useTranslation } from 'react-i18next';
import { isolated } from '../kit/bidi';
import { Spoken } from '../kit/Spoken';
import { useEditorState } from '../store/editor-context';
import { nodeCaption } from '../store/node-look';

export function SelectionTold() {
  const { t } = useTranslation(['canvas', 'inspector']);
  const nodes = useEditorState((state) => state.selectedNodes);
  const edges = useEditorState((state) => state.selectedEdges);
  const one = useEditorState((state) => {
    const row = nodes.length + edges.length > 1 ? undefined : state.nodes.get(nodes[0] ?? '');
    if (row === undefined) return undefined;
    const caption = nodeCaption(row, state);
    return [row.label, ...(caption === undefined ? [] : [caption])].map(isolated).join(' ');
  });
  const [nodeWords, edgeWords] = [
    t('inspector:nodes', { count: nodes.length }),
    t('inspector:edges', { count: edges.length }),
  ];
  const both = t('inspector:both', { nodes: nodeWords, edges: edgeWords });
  const what = one ?? (edges.length === 0 ? nodeWords : nodes.length === 0 ? edgeWords : both);
  return (
    <Spoken as="p" role="status">
      {nodes.length + edges.length > 0 && t('inspector:selected', { what })}
    </Spoken>
  );
}
