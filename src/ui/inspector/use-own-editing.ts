import { useEffect, useRef } from 'react';
import { useEditor } from '../../store/editor-context';

/** Tells the others which property the person is editing: handlers for the element around its field. */
export function useOwnEditing(
  on: 'node' | 'edge',
  id: string,
  key: string,
): { readonly onFocus: () => void; readonly onBlur: () => void } {
  const { showPresence } = useEditor();
  const isEditing = useRef(false);
  // A field that goes away with the keyboard in it is not left by any event.
  useEffect(
    () => () => {
      if (isEditing.current) showPresence({ editing: null });
    },
    [showPresence],
  );
  return {
    onFocus: () => {
      isEditing.current = true;
      showPresence({ editing: { on, id, key } });
    },
    onBlur: () => {
      isEditing.current = false;
      showPresence({ editing: null });
    },
  };
}
