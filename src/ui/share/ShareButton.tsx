/** The way to let others in. */
import { Share2 } from 'lucide-react';
import { Button } from '../../kit/Button';
import { Modal } from '../../kit/Modal';
import { isOwner } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { DeleteGraph } from './DeleteGraph';
import { Links } from './Links';
import { PassOn } from './PassOn';
import styles from './Share.module.css';

export function ShareButton() {
  const { store } = useEditor();
  const open = useEditorState((state) => state.panel === 'share');
  const setOpen = (isOpen: boolean) => store.setState({ panel: isOpen ? 'share' : undefined });
  const owner = useEditorState(isOwner);
  const ended = useEditorState((state) => state.endReason !== undefined);
  if (ended) return null;
  return (
    <>
      <Button aria-haspopup="dialog" aria-label="Share" onClick={() => setOpen(true)}>
        <Share2 size={15} aria-hidden /> <span className={styles['word']}>Share</span>
      </Button>
      {open && (
        <Modal title="Share this graph" onClose={() => setOpen(false)}>
          {owner ? (
            <>
              <Links />
              <DeleteGraph />
            </>
          ) : (
            <PassOn />
          )}
        </Modal>
      )}
    </>
  );
}
