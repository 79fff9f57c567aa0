/** Colours for labels: twelve of one lightness, told apart by hue, legible with white on them and on both papers. */
export const LABEL_COLORS: readonly string[] = [
  '#3f6fb5',
  '#b5563f',
  '#4b8a5b',
  '#8a5bb0',
  '#b07f1e',
  '#2f8a8f',
  '#b34a78',
  '#6b7a2f',
  '#5560c4',
  '#a0623a',
  '#3b7f9e',
  '#7a6a5a',
];

const DEFAULT_COLOR = '#7a7f87';

export function colorOf(style: { readonly color?: string | undefined } | undefined): string {
  return style?.color ?? DEFAULT_COLOR;
}

/** The first colour that none of the given ones is, or one in turn when all are used. */
export function freshColor(used: Iterable<string | undefined>): string {
  const taken = [...used];
  return (
    LABEL_COLORS.find((color) => !taken.includes(color)) ??
    LABEL_COLORS[taken.length % LABEL_COLORS.length] ??
    DEFAULT_COLOR
  );
}

/**
 * Colours for people: brighter than any label's, so that the two are not taken for each other; legible with white on
 * them and seen on both papers.
 */
export const PERSON_COLORS = [
  { name: 'Red', color: '#e0002f' },
  { name: 'Pink', color: '#dc0667' },
  { name: 'Magenta', color: '#c601d3' },
  { name: 'Violet', color: '#8b3dff' },
  { name: 'Indigo', color: '#5658fe' },
  { name: 'Blue', color: '#026fd7' },
  { name: 'Teal', color: '#017f69' },
  { name: 'Green', color: '#02823a' },
] as const;
