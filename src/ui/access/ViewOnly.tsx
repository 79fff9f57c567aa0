/** Says, where one would look for it, that nothing can be changed here, and what can be done. */
import { Eye } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorState } from '../../store/editor-context';
import styles from './Access.module.css';

export function ViewOnly() {
  const { t } = useTranslation('access');
  const viewer = useEditorState((state) => state.role === 'viewer' && state.endReason === undefined);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const wordsId = useId();
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [open]);
  if (!viewer) return null;
  return (
    <div ref={box} className={styles['viewOnly']}>
      <button
        type="button"
        className={styles['badge']}
        aria-expanded={open}
        aria-controls={wordsId}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        <Eye size={14} aria-hidden /> {t('badge')}
      </button>
      <p id={wordsId} className={styles['explained']} role="status" hidden={!open}>
        {t('badgeExplained')}
      </p>
    </div>
  );
}
