/** What the person should know, until they put it away. */
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useEditor, useEditorState } from '../../store/editor-context';
import { dismissNotice } from '../../store/editor-store';
import styles from './Notices.module.css';

export function Notices() {
  const { t } = useTranslation('notices');
  const { store } = useEditor();
  const notices = useEditorState((state) => state.notices);
  return (
    <div className={styles['notices']} role="status" aria-live="polite">
      {notices.map((notice) => (
        <p key={notice.id} className={styles['notice']}>
          <span dir="auto">{notice.text}</span>
          <button type="button" aria-label={t('putAway')} onClick={() => dismissNotice(store, notice.id)}>
            <X size={14} aria-hidden />
          </button>
        </p>
      ))}
    </div>
  );
}
