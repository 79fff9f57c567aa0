/** What the panels at the canvas' side have in common: a title, a way to close them, and keys that are theirs. */
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Button } from '../../kit/Button';
import { useFocusBack } from '../../kit/use-focus-back';
import styles from './SidePanel.module.css';

interface SidePanelProps {
  readonly title: ReactNode;
  /** Of the button that closes it. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Pixels, as far as there is room. */
  readonly width: number;
  /** As high as what is in it, as high as the canvas, or over all of it. */
  readonly extent?: 'content' | 'tall' | 'all';
  /** Stands beside the title. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

export function SidePanel(props: SidePanelProps) {
  const { title, closeLabel, onClose, width, extent = 'content', head, children } = props;
  const titleId = useId();
  useFocusBack();
  const onKeyDown = (event: KeyboardEvent) => {
    // Here the keys are about the panel, and not about what is selected on the canvas.
    if (['Escape', 'Delete', 'Backspace', 'Enter'].includes(event.key)) event.stopPropagation();
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
  };
  return (
    <div
      role="dialog"
      aria-labelledby={titleId}
      className={styles['panel']}
      data-extent={extent}
      data-over-canvas
      style={{ '--panel-width': `${width}px` }}
      onKeyDown={onKeyDown}
    >
      <header className={styles['head']}>
        <h2 id={titleId}>{title}</h2>
        {head}
        <Button look="quiet" autoFocus aria-label={closeLabel} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      {children}
    </div>
  );
}
