/** Puts the caption's editor over the card of the node whose caption is being edited. */
import { useStore as useFlow, ViewportPortal } from 'reactflow';
import type { NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { useEditor, useEditorState } from '../../store/editor-context';
import { nodeLook } from '../../store/node-look';
import { useNodeBox } from '../node-box';
import { CaptionEditor } from './CaptionEditor';
import styles from './CaptionEditor.module.css';

function focusCard(id: NodeId): void {
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)?.focus({ preventScroll: true });
}

export function CaptionLayer() {
  const { store } = useEditor();
  const id = useEditorState((state) => state.captionInEdit);
  const row = useEditorState((state) => (id === undefined ? undefined : state.nodes.get(id)));
  const label = useEditorState((state) => row && state.labels.get(foldName(row.label)));
  const size = useEditorState((state) => row && nodeLook(row, state).size);
  const box = useNodeBox(id);
  const zoom = useFlow((state) => (id === undefined ? 1 : state.transform[2]));
  if (id === undefined || row === undefined || label === undefined || box === undefined) return null;
  const { x, y, ...area } = box;
  const close = ({ next, byKey }: { next: boolean; byKey: boolean }) => {
    const { selectedNodes, captionInEdit } = store.getState();
    // Another caption may be in edit already: that is why this one was left.
    if (captionInEdit !== id) return;
    if (byKey) focusCard(id);
    store.setState({ captionInEdit: next ? selectedNodes[selectedNodes.indexOf(id) + 1] : undefined });
  };
  return (
    <ViewportPortal>
      <div className={styles['place']} data-size={size} style={{ translate: `${x}px ${y}px`, '--zoom': zoom, ...area }}>
        <CaptionEditor key={id} row={row} label={label} onClose={close} />
      </div>
    </ViewportPortal>
  );
}
