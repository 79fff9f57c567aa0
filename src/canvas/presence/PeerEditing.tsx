/** A pencil at the node whose field someone else is typing in, in their colour and with their name. */
import { Pencil } from 'lucide-react';
import { useStore as useFlow } from 'reactflow';
import { shallow } from 'zustand/vanilla/shallow';
import { useEditorState } from '../../store/editor-context';
import { NODE_SIZE } from '../../store/node-size';
import styles from './PeerLayer.module.css';

export function PeerEditing({ clientId }: { clientId: string }) {
  const person = useEditorState(({ peers }) => peers.get(clientId)?.person);
  const id = useEditorState(({ peers }) => {
    const editing = peers.get(clientId)?.state.editing;
    return editing?.on === 'node' ? editing.id : undefined;
  });
  const place = useFlow(({ nodeLookup }) => (id === undefined ? undefined : nodeLookup.get(id)?.position), shallow);
  if (person === undefined || place === undefined) return null;
  return (
    <div
      className={styles['editing']}
      data-testid="peer-editing"
      data-of={id}
      style={{ '--person-color': person.color, translate: `${place.x + NODE_SIZE.width}px ${place.y}px` }}
    >
      <Pencil size={11} aria-hidden />
      <span className={styles['editor']} dir="auto">
        {person.name}
      </span>
    </div>
  );
}
