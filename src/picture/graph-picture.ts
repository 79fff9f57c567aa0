/** A graph as SVG, made of its data alone: not of what the page shows just now, nor of its zoom. */
import type { Box } from '../kit/edge-geometry';
import { cardOf } from '../store/node-look';
import { arrowHeads, edgeLines } from './edge-lines';
import { nodeCard } from './node-card';
import { FONTS, PAINT } from './paint';
import type { PictureContent } from './picture-content';
import { element, xmlText } from './xml';

export interface Picture {
  /** A whole SVG document. */
  readonly svg: string;
  /** In canvas units. */
  readonly width: number;
  readonly height: number;
}

/** Free paper around the graph, in canvas units. Edges that bend farther out than their names stay on it, too. */
const MARGIN = 40;

export function graphPicture(content: PictureContent): Picture {
  const { title, nodes, edges } = content;
  const boxes = new Map(nodes.map((node) => [node.id, { ...node.position, ...cardOf(node, content) }]));
  const lines = edgeLines(edges, boxes, content);
  const { x, y, width, height } = around([...boxes.values(), ...lines.map(({ box }) => box)]);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `${x} ${y} ${width} ${height}`,
      'font-family': FONTS,
    },
    ...(title === undefined ? [] : [element('title', {}, xmlText(title))]),
    arrowHeads(lines.map(({ color }) => color)),
    element('rect', { x, y, width, height, fill: PAINT.paper }),
    ...lines.map((line) => `\n${line.svg}`),
    ...nodes.map((node) => `\n${nodeCard(node, content)}`),
    '\n',
  );
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height };
}

/** The paper that all boxes lie on, in whole units. */
export function around(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y, width, height } of boxes) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  if (boxes.length === 0) [left, top, right, bottom] = [0, 0, 0, 0];
  const [x, y] = [Math.floor(left) - MARGIN, Math.floor(top) - MARGIN];
  return { x, y, width: Math.ceil(right) + MARGIN - x, height: Math.ceil(bottom) + MARGIN - y };
}
