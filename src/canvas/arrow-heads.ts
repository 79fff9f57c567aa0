/** Arrow heads are SVG markers, one for each colour; this is how edges and the markers' definitions find each other. */
export function arrowId(color: string | undefined): string {
  return `arrow-${color?.replace('#', '') ?? 'plain'}`;
}

/** For `marker-end`. `selected` is the head of a selected edge, `undefined` the plain one. */
export function arrowUrl(color: string | undefined): string {
  return `url(#${arrowId(color)})`;
}
