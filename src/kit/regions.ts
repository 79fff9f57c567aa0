/** The parts of the page that the keyboard goes to as a whole: the bar, the palette, the canvas, the inspector. */

/** Makes an element one of them. It takes the keyboard only when it is gone to; Tab passes it over. */
export const REGION = { 'data-region': '', tabIndex: -1 } as const;

/** Goes to the next region that is to be seen, or the one before, and around. */
export function goToRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isSeen);
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  // From nowhere the next is the first, and the one before it the last.
  const next = here < 0 && by === -1 ? -1 : here + by;
  regions.at(next % regions.length)?.focus({ preventScroll: true });
}

function isSeen(element: Element): boolean {
  return element.getClientRects().length > 0;
}
