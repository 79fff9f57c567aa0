import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import type { Notice } from '../../store/notices';
import styles from './Notices.module.css';
import { usePassing } from './use-passing';

interface NoticeItemProps {
  readonly notice: Notice;
  /** Someone is at the messages: none goes by itself meanwhile. */
  readonly isHeld: boolean;
  readonly onPutAway: (id: number) => void;
}

/** One message, with what can be done about it. */
export function NoticeItem({ notice, isHeld, onPutAway }: NoticeItemProps) {
  const { t } = useTranslation('notices');
  const editable = useEditorState(mayEdit);
  const { id, text, action, passing = false } = notice;
  usePassing(passing && !isHeld, () => onPutAway(id));
  return (
    <div className={styles['notice']}>
      <span className={styles['text']} dir="auto">
        {text}
      </span>
      {action !== undefined && (editable || !action.changes) && (
        <Button
          look="quiet"
          className={styles['action'] ?? ''}
          onClick={() => {
            onPutAway(id);
            action.run();
          }}
        >
          {action.words}
        </Button>
      )}
      <button type="button" className={styles['close']} aria-label={t('putAway')} onClick={() => onPutAway(id)}>
        <X size={14} aria-hidden />
      </button>
    </div>
  );
}
