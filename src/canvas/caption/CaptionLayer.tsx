/** Puts the caption's editor over the card of the node whose caption is being edited. */
import { useStore as useFlow, ViewportPortal } from 'reactflow';
import { shallow } from 'zustand/vanilla/shallow';
import type { NodeId } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import { useEditor, useEditorState } from '../../store/editor-context';
import { NODE_SIZE } from '../../store/node-size';
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
  const place = useFlow(({ nodeLookup }) => (id === undefined ? undefined : nodeLookup.get(id)?.position), shallow);
  const zoom = useFlow((state) => (id === undefined ? 1 : state.transform[2]));
  if (id === undefined || row === undefined || label === undefined || place === undefined) return null;
  const close = ({ next, byKey }: { next: boolean; byKey: boolean }) => {
    const { selectedNodes, captionInEdit } = store.getState();
    // Another caption may be in edit already: that is why this one was left.
    if (captionInEdit !== id) return;
    if (byKey) focusCard(id);
    store.setState({ captionInEdit: next ? selectedNodes[selectedNodes.indexOf(id) + 1] : undefined });
  };
  return (
    <ViewportPortal>
      <div className={styles['place']} style={{ translate: `${place.x}px ${place.y}px`, '--zoom': zoom, ...NODE_SIZE }}>
        <CaptionEditor key={id} row={row} label={label} onClose={close} />
      </div>
    </ViewportPortal>
  );
}
