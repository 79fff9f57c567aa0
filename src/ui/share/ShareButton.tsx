/** The way to let others in. */
import { Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { Modal } from '../../kit/Modal';
import { isOwner } from '../../store/access';
import { useEditor, useEditorState } from '../../store/editor-context';
import { DeleteGraph } from './DeleteGraph';
import { Links } from './Links';
import { PassOn } from './PassOn';
import styles from './Share.module.css';

export function ShareButton() {
  const { t } = useTranslation('share');
  const { store } = useEditor();
  const open = useEditorState((state) => state.panel === 'share');
  const setOpen = (isOpen: boolean) => store.setState({ panel: isOpen ? 'share' : undefined });
  const owner = useEditorState(isOwner);
  const ended = useEditorState((state) => state.endReason !== undefined);
  if (ended) return null;
  return (
    <>
      <Button aria-haspopup="dialog" aria-label={t('share')} onClick={() => setOpen(true)}>
        <Share2 size={15} aria-hidden /> <span className={styles['word']}>{t('share')}</span>
      </Button>
      {open && (
        <Modal title={t('title')} onClose={() => setOpen(false)}>
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
