/** What is seen of the canvas, as people tell each other of it: the middle of the view and its scale. */
import { LIMITS } from '../../shared/limits';
import type { PresenceChange, SeenView } from '../../shared/protocol/presence';

/** As React Flow has it: the shift in pixels and the scale, and the size of what is seen in pixels. */
export interface Screen {
  readonly transform: readonly [x: number, y: number, zoom: number];
  readonly width: number;
  readonly height: number;
}

export function viewOf({ transform: [x, y, zoom], width, height }: Screen): SeenView {
  return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom, zoom };
}

/** How far the canvas is to be shifted for this to be seen. */
export function viewportFor({ x, y, zoom }: SeenView, { width, height }: Pick<Screen, 'width' | 'height'>): SeenView {
  return { x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom };
}

export function shownView(screen: Screen): PresenceChange {
  const { x, y, zoom } = viewOf(screen);
  const isWithin = Math.max(Math.abs(x), Math.abs(y)) <= LIMITS.coordinate;
  if (screen.width === 0 || !isWithin) return { viewport: null };
  return { viewport: { x: rounded(x, 1), y: rounded(y, 1), zoom: rounded(zoom, 4) } };
}

/** Nobody sees more, and values stay short. `+ 0` keeps minus zero out. */
function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits + 0;
}

/** Milliseconds in which about two thirds of the way are covered. */
const PACE = 90;
/** What nobody sees: in pixels, and as a part of the scale. */
const [NEAR, ALIKE] = [0.5, 0.001];

/** On the way from one view to another: where it is after so many milliseconds; `to` itself once it is there. */
export function nearer(from: SeenView, to: SeenView, ms: number): SeenView {
  const share = 1 - Math.exp(-ms / PACE);
  const part = (a: number, b: number) => a + (b - a) * share;
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  const next = { x: part(from.x, to.x), y: part(from.y, to.y), zoom };
  const away = Math.max(Math.abs(next.x - to.x), Math.abs(next.y - to.y)) * zoom;
  return away < NEAR && Math.abs(zoom / to.zoom - 1) < ALIKE ? to : next;
}
