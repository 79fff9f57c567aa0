/** What the panels under the view's button have in common: a title, a way to close them, by Esc and a press elsewhere as well. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useFocusBack } from '../../kit/use-focus-back';
import styles from './ViewPanel.module.css';

interface PanelFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

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

export function PanelFrame({ title, onClose, children }: PanelFrameProps) {
  const { t } = useTranslation('view');
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
        <h2 id={titleId}>{title}</h2>
        <Button look="quiet" autoFocus aria-label={t('close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      {children}
    </div>
  );
}
