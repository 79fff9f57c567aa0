import { type RefObject, useEffect } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditor } from '../store/editor-context';
import { boxOf } from './node-box';

/** Space that is left below the node, in client pixels. */
const MARGIN = 16;

/**
 * On a narrow screen the inspector comes up from below and takes of the canvas's height: the node it is about is moved up with
 * it, instead of being covered by what it was tapped for.
 * @param area what is the canvas
 */
export function useSelectionSeen(area: RefObject<HTMLElement | null>): void {
  const { store } = useEditor();
  const { getNode, getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const canvas = area.current;
    if (canvas === null || typeof ResizeObserver === 'undefined') return;
    let height = canvas.clientHeight;
    const observer = new ResizeObserver(() => {
      const isLess = canvas.clientHeight < height;
      height = canvas.clientHeight;
      const { selectedNodes } = store.getState();
      const [id] = selectedNodes;
      const node = id === undefined || selectedNodes.length > 1 ? undefined : getNode(id);
      if (!isLess || node === undefined || node.dragging === true) return;
      const { x, y, zoom } = getViewport();
      const hidden = y + (node.position.y + boxOf(node).height) * zoom + MARGIN - height;
      if (hidden > 0) void setViewport({ x, y: y - hidden, zoom });
    });
    observer.observe(canvas);
    return () => observer.disconnect();
  }, [area, store, getNode, getViewport, setViewport]);
}
