/** What is selected, to look at and to change. */
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { t } from '../../i18n/i18n';
import { isolated } from '../../kit/bidi';
import { foldName } from '../../shared/graph/names';
import { mayEdit } from '../../store/access';
import { captionOf } from '../../store/caption';
import { useEditorState } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import type { EdgeRow } from '../../store/rows';
import { cannotEditWords } from '../access/role-words';
import { ElementInspector } from './ElementInspector';
import styles from './Inspector.module.css';
import { SelectedMany } from './SelectedMany';

function captionOfNode(state: EditorState, id: string): string {
  const row = state.nodes.get(id);
  const label = row === undefined ? undefined : state.labels.get(foldName(row.label));
  return (row && captionOf(label, row.properties)) ?? t('inspector:unnamed', { label: isolated(row?.label ?? '') });
}

function SelectedNode({ id }: { id: string }) {
  const row = useEditorState((state) => state.nodes.get(id));
  const label = useEditorState((state) => row && state.labels.get(foldName(row.label)));
  if (row === undefined || label === undefined) return null;
  return <ElementInspector on="node" id={id} type={label} properties={row.properties} />;
}

function Ends({ row }: { row: EdgeRow }) {
  const [source, target] = useEditorState(
    useShallow((state) => [captionOfNode(state, row.source), captionOfNode(state, row.target)]),
  );
  return (
    <p className={styles['ends']}>
      <span dir="auto">{source}</span>
      <ArrowRight size={14} aria-label={t('inspector:to')} />
      <span dir="auto">{target}</span>
    </p>
  );
}

function SelectedEdge({ id }: { id: string }) {
  const row = useEditorState((state) => state.edges.get(id));
  const type = useEditorState((state) => row && state.edgeTypes.get(foldName(row.type)));
  if (row === undefined || type === undefined) return null;
  return (
    <ElementInspector on="edge" id={id} type={type} properties={row.properties}>
      <Ends row={row} />
    </ElementInspector>
  );
}

export function Inspector() {
  const { t } = useTranslation('inspector');
  const nodes = useEditorState((state) => state.selectedNodes);
  const edges = useEditorState((state) => state.selectedEdges);
  const editable = useEditorState(mayEdit);
  const words = useEditorState(cannotEditWords);
  const [node, edge] = [nodes[0], edges[0]];
  const many = nodes.length + edges.length > 1;
  const nothing = node === undefined && edge === undefined;
  return (
    <aside className={styles['inspector']} data-testid="inspector" data-empty={nothing} aria-label={t('name')}>
      {nothing && <p className={styles['hint']}>{editable ? t('hint') : t('hintToView')}</p>}
      {!nothing && !editable && <p className={styles['viewing']}>{words}</p>}
      {many && <SelectedMany nodes={nodes} edges={edges} />}
      {!many && node !== undefined && <SelectedNode id={node} />}
      {!many && edge !== undefined && <SelectedEdge id={edge} />}
    </aside>
  );
}
