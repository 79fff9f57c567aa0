/** Says that nodes are being arranged, where that takes long, with a way to call it off. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useIsLong } from '../../kit/use-is-long';
import { useEditor, useEditorState } from '../../store/editor-context';
import styles from './LayoutProgress.module.css';

export function LayoutProgress() {
  const { t } = useTranslation('layout');
  const { store } = useEditor();
  const cancel = useEditorState((state) => state.arranging?.cancel);
  const isLong = useIsLong(cancel);
  // Who leaves the page does not wait for it any more.
  useEffect(() => () => store.getState().arranging?.cancel?.(), [store]);
  useCancelByKey(cancel);
  const shown = cancel !== undefined && isLong;
  return (
    // There before it says anything: screen readers tell what changes in it.
    <div className={styles['place']} role="status">
      {shown && (
        <p className={styles['bar']}>
          <span className={styles['spinner']} aria-hidden />
          {t('arranging')}
          <Button look="quiet" onClick={cancel}>
            {t('cancel')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Escape backs out of this first, before anything else on the page. */
function useCancelByKey(cancel: (() => void) | undefined): void {
  useEffect(() => {
    if (cancel === undefined) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [cancel]);
}
