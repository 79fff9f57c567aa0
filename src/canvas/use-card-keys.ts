import { type KeyboardEvent, useCallback } from 'react';
import { useEditor } from '../store/editor-context';

/**
 * Enter on a card that is not selected selects it, and does nothing more: that a second one edits the caption is for the
 * shortcut to do, which leaves alone what is marked as done.
 */
export function useCardKeys(): (event: KeyboardEvent) => void {
  const { store } = useEditor();
  return useCallback(
    ({ key, target, nativeEvent }) => {
      if (key !== 'Enter' || !(target instanceof Element)) return;
      const id = target.closest('.react-flow__node, .react-flow__edge')?.getAttribute('data-id');
      const { selectedNodes } = store.getState();
      if (typeof id === 'string' && !selectedNodes.includes(id)) nativeEvent.preventDefault();
    },
    [store],
  );
}
