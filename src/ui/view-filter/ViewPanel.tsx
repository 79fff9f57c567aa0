/** Which labels and edge types are shown, and how much around the selection. For oneself only. */
import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { Button } from '../../kit/Button';
import { useFocusBack } from '../../kit/use-focus-back';
import { useEditorState } from '../../store/editor-context';
import { FocusForm } from './FocusForm';
import { TypeSwitch } from './TypeSwitch';
import styles from './ViewPanel.module.css';

/** A press elsewhere means elsewhere; one on what opened it is that button's. */
function useClosedBeside(panel: { readonly current: HTMLElement | null }, onClose: () => void): void {
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && panel.current?.parentElement?.contains(target) === false) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => document.removeEventListener('pointerdown', onPointerDown, { capture: true });
  }, [panel, onClose]);
}

export function ViewPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('view');
  const labels = useEditorState(useShallow((state) => [...state.labels.values()]));
  const edgeTypes = useEditorState(useShallow((state) => [...state.edgeTypes.values()]));
  const panel = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useFocusBack();
  useClosedBeside(panel, onClose);
  return (
    <div
      ref={panel}
      role="dialog"
      aria-labelledby={titleId}
      className={styles['panel']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles['head']}>
        <h2 id={titleId}>{t('title')}</h2>
        <Button look="quiet" autoFocus aria-label={t('close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <p className={styles['hint']}>{t('personal')}</p>
      {labels.length === 0 && <p className={styles['hint']}>{t('noTypes')}</p>}
      {labels.length > 0 && (
        <section>
          <h3 className={styles['heading']}>{t('labels')}</h3>
          <ul>
            {labels.map((label) => (
              <TypeSwitch key={label.name} kind="label" type={label} />
            ))}
          </ul>
        </section>
      )}
      {edgeTypes.length > 0 && (
        <section>
          <h3 className={styles['heading']}>{t('edgeTypes')}</h3>
          <ul>
            {edgeTypes.map((type) => (
              <TypeSwitch key={type.name} kind="edgeType" type={type} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className={styles['heading']}>{t('around')}</h3>
        <FocusForm />
      </section>
    </div>
  );
}
