/**
 * Which nodes are named when the graph is seen from so far that their cards cannot be read: as many as find room on the
 * screen, the first of the list first.
 */
import type { Box } from '../../kit/edge-geometry';
import { textWidth } from '../../kit/fit-text';

/** How a caption is drawn, in pixels on the screen: FarCaptions.module.css has the same numbers. */
export const FAR_CAPTION = { font: 11, height: 18, padding: 8, widest: 132 } as const;
/** Between two captions, in pixels. */
const [APART, ABOVE] = [4, 2];
/** By how much bold text may be wider than what is estimated, whatever the font. */
const BOLD = 1.18;
/** More at once would only be noise. */
const MOST = 120;

export interface Named {
  readonly id: string;
  readonly caption: string;
  /** Of its card, in canvas units. */
  readonly box: Box;
}

/**
 * @param nodes the most important first
 * @param seen the part of the canvas to name nodes in
 */
export function chooseCaptions<T extends Named>(nodes: readonly T[], zoom: number, seen: Box): T[] {
  const chosen: T[] = [];
  const taken: Box[] = [];
  for (const node of nodes) {
    if (chosen.length === MOST) break;
    if (!isIn(seen, node.box)) continue;
    // Measuring is slow: where not even the shortest would fit it is not done.
    if (!isFree(taken, captionBox(node, zoom, FAR_CAPTION.height))) continue;
    const width = Math.min(
      FAR_CAPTION.widest,
      textWidth(node.caption, FAR_CAPTION.font) * BOLD + 2 * FAR_CAPTION.padding,
    );
    const box = captionBox(node, zoom, width);
    if (!isFree(taken, box)) continue;
    chosen.push(node);
    taken.push(box);
  }
  return chosen;
}

/** What a caption takes up in the middle of its node, in pixels of a screen that shows all of the canvas. */
export function captionBox({ box }: Named, zoom: number, width: number): Box {
  const { height } = FAR_CAPTION;
  const [x, y] = [(box.x + box.width / 2) * zoom, (box.y + box.height / 2) * zoom];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function isIn(seen: Box, { x, y, width, height }: Box): boolean {
  const [middle, centre] = [x + width / 2, y + height / 2];
  return middle >= seen.x && middle <= seen.x + seen.width && centre >= seen.y && centre <= seen.y + seen.height;
}

function isFree(taken: readonly Box[], { x, y, width, height }: Box): boolean {
  return taken.every(
    (other) =>
      x >= other.x + other.width + APART ||
      x + width + APART <= other.x ||
      y >= other.y + other.height + ABOVE ||
      y + height + ABOVE <= other.y,
  );
}
