/** What is selected, to look at and to change. */
import { ArrowRight, Trash2 } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { foldName } from '../../shared/graph/names';
import { mayEdit } from '../../store/access';
import { captionOf } from '../../store/caption';
import { type Editor, useEditor, useEditorState } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import type { EdgeRow } from '../../store/rows';
import { cannotEditWords } from '../access/role-words';
import { ElementInspector } from './ElementInspector';
import styles from './Inspector.module.css';

function captionOfNode(state: EditorState, id: string): string {
  const row = state.nodes.get(id);
  const label = row === undefined ? undefined : state.labels.get(foldName(row.label));
  return (row && captionOf(label, row.properties)) ?? `Unnamed ${isolated(row?.label ?? 'node')}`;
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
      <ArrowRight size={14} aria-label="to" />
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

function deleteAll(editor: Editor, nodes: readonly string[], edges: readonly string[]): void {
  void editor.edit([
    ...edges.map((edgeId) => ({ op: 'delete_edge' as const, edgeId })),
    ...nodes.map((nodeId) => ({ op: 'delete_node' as const, nodeId })),
  ]);
}

function counted(count: number, word: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

function SelectedMany({ nodes, edges }: { nodes: readonly string[]; edges: readonly string[] }) {
  const editor = useEditor();
  const editable = useEditorState(mayEdit);
  const words = [counted(nodes.length, 'node'), counted(edges.length, 'edge')].filter(Boolean).join(' and ');
  return (
    <>
      <h2 className={styles['title']}>{words} selected</h2>
      {editable && (
        <footer className={styles['foot']}>
          <Button look="danger" onClick={() => deleteAll(editor, nodes, edges)}>
            <Trash2 size={15} aria-hidden /> Delete {words}
          </Button>
        </footer>
      )}
    </>
  );
}

export function Inspector() {
  const nodes = useEditorState((state) => state.selectedNodes);
  const edges = useEditorState((state) => state.selectedEdges);
  const editable = useEditorState(mayEdit);
  const words = useEditorState(cannotEditWords);
  const [node, edge] = [nodes[0], edges[0]];
  const many = nodes.length + edges.length > 1;
  const nothing = node === undefined && edge === undefined;
  return (
    <aside className={styles['inspector']} data-testid="inspector" data-empty={nothing} aria-label="Inspector">
      {nothing && (
        <p className={styles['hint']}>
          {editable
            ? "Select a node or an edge to see and change it. Drag from a dot on a node's border to another node to connect them."
            : 'Select a node or an edge to see what is known of it.'}
        </p>
      )}
      {!nothing && !editable && <p className={styles['viewing']}>{words}</p>}
      {many && <SelectedMany nodes={nodes} edges={edges} />}
      {!many && node !== undefined && <SelectedNode id={node} />}
      {!many && edge !== undefined && <SelectedEdge id={edge} />}
    </aside>
  );
}
