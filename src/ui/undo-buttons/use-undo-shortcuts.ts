import { useEffect } from 'react';
import { mayEdit } from '../../store/access';
import { useEditor } from '../../store/editor-context';
import { undoKey } from './shortcuts';

/** Undo and redo by the keyboard, anywhere on the page but in text fields: what is typed there has its own undo. */
export function useUndoShortcuts(): void {
  const { store, undo, redo } = useEditor();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = undoKey(event);
      if (asked === undefined || event.isComposing || event.defaultPrevented || isTyping(event)) return;
      // The browser would undo in a text field that was left, or open its history.
      event.preventDefault();
      if (!mayEdit(store.getState())) return;
      if (asked === 'undo') undo();
      else redo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, undo, redo]);
}

const NOT_TYPED_IN = new Set(['button', 'checkbox', 'color', 'radio', 'range', 'reset', 'submit']);

function isTyping({ target }: KeyboardEvent): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TYPED_IN.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
