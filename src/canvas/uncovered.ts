/** What part of the canvas can be seen: panels lie over its sides. */

/** Pixels from the canvas' left and right border. */
export interface Covered {
  readonly left: number;
  readonly right: number;
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Pixels. Where less would be left between panels, what is shown goes behind them. */
const LEAST = 240;
const NOTHING: Covered = { left: 0, right: 0 };

/**
 * How much of each side lies under panels, which are marked with `data-over-canvas`.
 * @param area the element that the canvas fills
 */
export function coveredIn(area: Element): Covered {
  const panels = Array.from(area.querySelectorAll('[data-over-canvas]'), (panel) => panel.getBoundingClientRect());
  return coveredBy(area.getBoundingClientRect(), panels);
}

/** A panel covers the side that it is nearer to. */
export function coveredBy(area: Extent, panels: readonly Extent[]): Covered {
  let { left, right } = NOTHING;
  for (const panel of panels) {
    const isLeft = panel.left - area.left <= area.right - panel.right;
    if (isLeft) left = Math.max(left, panel.right - area.left);
    else right = Math.max(right, area.right - panel.left);
  }
  return area.right - area.left - left - right < LEAST ? NOTHING : { left, right };
}
