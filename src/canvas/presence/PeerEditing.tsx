/** A pencil at the node whose field someone else is typing in, in their colour and with their name. */
import { Pencil } from 'lucide-react';
import { useEditorState } from '../../store/editor-context';
import { useNodeBox } from '../node-box';
import styles from './PeerLayer.module.css';

export function PeerEditing({ clientId }: { clientId: string }) {
  const person = useEditorState(({ peers }) => peers.get(clientId)?.person);
  const id = useEditorState(({ peers }) => {
    const editing = peers.get(clientId)?.state.editing;
    return editing?.on === 'node' ? editing.id : undefined;
  });
  const box = useNodeBox(id);
  if (person === undefined || box === undefined) return null;
  return (
    <div
      className={styles['editing']}
      data-testid="peer-editing"
      data-of={id}
      style={{ '--person-color': person.color, translate: `${box.x + box.width}px ${box.y}px` }}
    >
      <Pencil size={11} aria-hidden />
      <span className={styles['editor']} dir="auto">
        {person.name}
      </span>
    </div>
  );
}
