import { useEffect, useRef } from 'react';
import { useEditor } from './editor-context';

/**
 * Tells the others which property the person is editing: handlers for the element around its field.
 * @param editable only looking at it is not told
 */
export function useOwnEditing(
  on: 'node' | 'edge',
  id: string,
  key: string,
  editable: boolean,
): { readonly onFocus: () => void; readonly onBlur: () => void } {
  const { showPresence } = useEditor();
  /** The keyboard is in the field. */
  const isThere = useRef(false);
  // A field that goes away with the keyboard in it is not left by any event.
  useEffect(
    () => () => {
      if (isThere.current) showPresence({ editing: null });
    },
    [showPresence],
  );
  // The person may come to be, or stop being, one who can edit while they are there.
  useEffect(() => {
    if (isThere.current) showPresence({ editing: editable ? { on, id, key } : null });
  }, [showPresence, editable, on, id, key]);
  return {
    onFocus: () => {
      isThere.current = true;
      if (editable) showPresence({ editing: { on, id, key } });
    },
    onBlur: () => {
      isThere.current = false;
      if (editable) showPresence({ editing: null });
    },
  };
}
