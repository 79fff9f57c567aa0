/** The canvas as the rest of the page asks things of it. */
import { useMemo, useRef } from 'react';
import { type FitViewOptions, useReactFlow } from 'reactflow';
import type { NodeId, Position } from '../shared/graph/model';
import type { CanvasActions } from '../store/canvas-actions';
import type { FlowStore } from './flow-store';
import { coveredIn } from './uncovered';

type Padding = NonNullable<FitViewOptions['padding']>;

/** For how long the view moves, in milliseconds; not at all for who asks for less motion. */
const GLIDE = 300;
const MAX_ZOOM = 1;
/** Free space around what is shown, as a part of the space there is. */
const MARGIN = 0.06;

function glide(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : GLIDE;
}

/** What is shown lies beside panels, and not under them. */
function paddingIn(area: Element | null): Padding {
  if (area === null) return MARGIN;
  const { left, right } = coveredIn(area);
  const { width, height } = area.getBoundingClientRect();
  const [beside, above] = [MARGIN * (width - left - right), MARGIN * height];
  return { left: `${left + beside}px`, right: `${right + beside}px`, y: `${above}px` };
}

/** @param area the element that the canvas fills */
export function useCanvasActions(flow: FlowStore, area: () => Element | null): CanvasActions {
  const { fitView, getZoom, zoomTo, screenToFlowPosition } = useReactFlow();
  const place = useRef(area);
  place.current = area;
  return useMemo(() => {
    const middle = (): Position => {
      const element = place.current();
      if (element === null) return { x: 0, y: 0 };
      const { left, right, y, height } = element.getBoundingClientRect();
      const covered = coveredIn(element);
      return screenToFlowPosition({ x: (left + covered.left + right - covered.right) / 2, y: y + height / 2 });
    };
    return {
      select: (nodes, edges = []) => flow.select(nodes, edges),
      selectWhenDrawn: (nodes) => flow.selectWhenDrawn(nodes),
      show: (nodes?: readonly NodeId[]) => {
        const named = nodes === undefined ? {} : { nodes: nodes.map((id) => ({ id })) };
        void fitView({ padding: paddingIn(place.current()), maxZoom: MAX_ZOOM, ...named, duration: glide() });
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
