/** What pictures are painted in: the light colours of kit/tokens.css, whatever the page looks like just now. */
export const PAINT = {
  paper: '#f6f4ef',
  card: '#ffffff',
  line: '#c9c2b2',
  ink: '#23272c',
  inkSoft: '#5b6068',
  inkFaint: '#656a71',
  edge: '#8b8f95',
  onColor: '#ffffff',
} as const;

/** Generic names only: a picture is looked at where other fonts are installed. */
export const FONTS = 'system-ui, sans-serif';
