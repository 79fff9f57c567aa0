/** Several nodes or edges: how many of which, what they have in common, and the way to delete them all. */
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { deleteElements } from '../../commands/delete-elements';
import { Button } from '../../kit/Button';
import type { EdgeId, NodeId } from '../../shared/graph/model';
import { mayEdit } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import type { EdgeRow, NodeRow } from '../../store/rows';
import { ChangeType } from './ChangeType';
import { CommonFields } from './CommonFields';
import { countsByType, type Element } from './common-properties';
import styles from './Inspector.module.css';
import { TypeCount } from './TypeCount';

const asElement = (row: NodeRow | EdgeRow): Element => ({
  id: row.id,
  of: 'label' in row ? row.label : row.type,
  properties: row.properties,
});

function rowsOf<T>(ids: readonly string[], rows: ReadonlyMap<string, T>): T[] {
  return ids.flatMap((id) => rows.get(id) ?? []);
}

export function SelectedMany({ nodes, edges }: { nodes: readonly NodeId[]; edges: readonly EdgeId[] }) {
  const editor = useEditor();
  const { t } = useTranslation('inspector');
  const editable = useEditorState(mayEdit);
  // The rows change in place: this is what tells that they did.
  useEditorState((state) => state.rowsRevision);
  const state = editor.store.getState();
  const nodeElements = rowsOf(nodes, state.nodes).map(asElement);
  const edgeElements = rowsOf(edges, state.edges).map(asElement);
  const [nodeWords, edgeWords] = [t('nodes', { count: nodes.length }), t('edges', { count: edges.length })];
  const what =
    edges.length === 0 ? nodeWords : nodes.length === 0 ? edgeWords : t('both', { nodes: nodeWords, edges: edgeWords });
  return (
    <>
      <h2 className={styles['title']}>{t('selected', { what })}</h2>
      <ul className={styles['kinds']} aria-label={t('kinds')}>
        {countsByType(nodeElements).map(([name, count]) => (
          <TypeCount key={`node ${name}`} on="node" name={name} count={count} />
        ))}
        {countsByType(edgeElements).map(([name, count]) => (
          <TypeCount key={`edge ${name}`} on="edge" name={name} count={count} />
        ))}
      </ul>
      {nodes.length > 0 && edges.length > 0 && <p className={styles['hint']}>{t('nodesOrEdges')}</p>}
      {edges.length === 0 && <ChangeType key={`types of ${nodes.join(' ')}`} on="node" elements={nodeElements} />}
      {nodes.length === 0 && <ChangeType key={`types of ${edges.join(' ')}`} on="edge" elements={edgeElements} />}
      {edges.length === 0 && <CommonFields on="node" elements={nodeElements} />}
      {nodes.length === 0 && <CommonFields on="edge" elements={edgeElements} />}
      {editable && (
        <footer className={styles['foot']}>
          <Button look="danger" onClick={() => deleteElements(editor, nodes, edges)}>
            <Trash2 size={15} aria-hidden /> {t('delete', { what })}
          </Button>
        </footer>
      )}
    </>
  );
}
