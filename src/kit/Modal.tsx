/**
 * A dialog over the page: the keyboard stays in it, beginning with what is marked `data-first`; Esc and a press beside it
 * close it.
 */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button';
import styles from './Modal.module.css';
import { useKitWords } from './words';

interface ModalProps {
  readonly title: string;
  readonly children: ReactNode;
  /** It was closed: take it away. The keyboard is where it was before. */
  readonly onClose: () => void;
}

export function Modal({ title, children, onClose }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { close } = useKitWords();
  useEffect(() => {
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    dialog.current.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles['modal']}
      aria-labelledby={titleId}
      closedby="any"
      onClose={onClose}
      // Shortcuts of the page, such as undoing and deleting what is selected, are not meant here.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles['head']}>
        <h2 id={titleId}>{title}</h2>
        <Button look="quiet" aria-label={close} onClick={() => dialog.current?.close()}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      <div className={styles['body']}>{children}</div>
    </dialog>
  );
}
