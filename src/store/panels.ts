/** Which of the panels that lie over the page is open: one at most. */

export const PANELS = [
  'palette',
  'help',
  'find',
  'view',
  'around',
  'type',
  'schema',
  'algorithms',
  'styling',
  'views',
  'share',
  'paste',
  'import',
  'export',
] as const;
export type Panel = (typeof PANELS)[number];

export interface PanelSlice {
  readonly panel: Panel | undefined;
}

export const INITIAL_PANEL: PanelSlice = { panel: undefined };
