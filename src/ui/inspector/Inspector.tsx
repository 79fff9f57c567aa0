/** What is selected, to look at and to change. */
import { useTranslation } from 'react-i18next';
import { REGION } from '../../kit/regions';
import { foldName } from '../../shared/graph/names';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import { cannotEditWords } from '../access/role-words';
import { ElementInspector } from './ElementInspector';
import { Ends } from './Ends';
import styles from './Inspector.module.css';
import { SelectedMany } from './SelectedMany';

function SelectedNode({ id }: { id: string }) {
  const row = useEditorState((state) => state.nodes.get(id));
  const label = useEditorState((state) => row && state.labels.get(foldName(row.label)));
  if (row === undefined || label === undefined) return null;
  return <ElementInspector on="node" id={id} type={label} properties={row.properties} />;
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
    <aside
      {...REGION}
      className={styles['inspector']}
      data-testid="inspector"
      data-empty={nothing}
      aria-label={t('name')}
    >
      {nothing && <p className={styles['hint']}>{editable ? t('hint') : t('hintToView')}</p>}
      {!nothing && !editable && <p className={styles['viewing']}>{words}</p>}
      {many && <SelectedMany nodes={nodes} edges={edges} />}
      {!many && node !== undefined && <SelectedNode id={node} />}
      {!many && edge !== undefined && <SelectedEdge id={edge} />}
    </aside>
  );
}
