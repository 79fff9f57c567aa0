/** Arrow heads are SVG markers, one for each colour; this is how edges and the markers' definitions find each other. */
export function arrowId(color: string | undefined): string {
  return `arrow-${color?.replace('#', '') ?? 'plain'}`;
}

/** For `marker-end`. `selected` is the head of a selected edge, `undefined` the plain one. */
export function arrowUrl(color: string | undefined): string {
  return `url(#${arrowId(color)})`;
}

/** The shape of a head, pointing to the right: what both the canvas and pictures of it draw. */
export const ARROW_HEAD = {
  viewBox: '0 0 10 10',
  refX: 9,
  refY: 5,
  size: 12,
  path: 'M0 1L10 5L0 9z',
} as const;
