/** The canvas as the rest of the page asks things of it. */
import { useMemo, useRef } from 'react';
import { useReactFlow } from 'reactflow';
import type { NodeId, Position } from '../shared/graph/model';
import type { CanvasActions } from '../store/canvas-actions';
import type { FlowStore } from './flow-store';

/** For how long the view moves, in milliseconds; not at all for who asks for less motion. */
const GLIDE = 300;
const FIT = { padding: 0.12, maxZoom: 1 };

function glide(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : GLIDE;
}

/** @param area the element that the canvas fills */
export function useCanvasActions(flow: FlowStore, area: () => Element | null): CanvasActions {
  const { fitView, getZoom, zoomTo, screenToFlowPosition } = useReactFlow();
  const place = useRef(area);
  place.current = area;
  return useMemo(() => {
    const middle = (): Position => {
      const box = place.current()?.getBoundingClientRect();
      if (box === undefined) return { x: 0, y: 0 };
      return screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    };
    return {
      select: (nodes, edges = []) => flow.select(nodes, edges),
      selectWhenDrawn: (nodes) => flow.selectWhenDrawn(nodes),
      show: (nodes?: readonly NodeId[]) => {
        const named = nodes === undefined ? {} : { nodes: nodes.map((id) => ({ id })) };
        void fitView({ ...FIT, ...named, duration: glide() });
      },
      zoomBy: (factor) => void zoomTo(getZoom() * factor, { duration: glide() }),
      zoomTo: (scale) => void zoomTo(scale, { duration: glide() }),
      middle,
      pointer: () => {
        const at = flow.pointer;
        return at === undefined ? undefined : screenToFlowPosition(at);
      },
      preview: (positions) => flow.preview(positions),
    };
  }, [flow, fitView, getZoom, zoomTo, screenToFlowPosition]);
}
