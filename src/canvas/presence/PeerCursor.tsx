/** Where someone else points at, with their name. */
import { useEditorState } from '../../store/editor-context';
import styles from './PeerLayer.module.css';

export function PeerCursor({ clientId }: { clientId: string }) {
  const person = useEditorState(({ peers }) => peers.get(clientId)?.person);
  const cursor = useEditorState(({ peers }) => peers.get(clientId)?.state.cursor);
  if (person === undefined || cursor === undefined || cursor === null) return null;
  return (
    <div
      className={styles['cursor']}
      data-testid="peer-cursor"
      style={{ '--person-color': person.color, translate: `${cursor.x}px ${cursor.y}px` }}
    >
      <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden="true">
        <path d="M1.5 1.5 16 9.2l-6.4 1.7-3.3 6.6z" />
      </svg>
      <span className={styles['name']} dir="auto">
        {person.name}
      </span>
    </div>
  );
}
