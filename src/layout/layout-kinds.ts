/** The ways in which nodes can be arranged. A layered one is named by where its edges lead. */
export const LAYOUT_KINDS = [
  'force',
  'layered-down',
  'layered-right',
  'layered-up',
  'layered-left',
  'tree',
  'radial',
  'circle',
  'grid',
] as const;
export type LayoutKind = (typeof LAYOUT_KINDS)[number];
