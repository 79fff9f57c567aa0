/** A graph as SVG, made of its data alone: not of what the page shows just now, nor of its zoom. */
import type { Box } from '../kit/edge-geometry';
import { cardOf } from '../store/node-look';
import { arrowHeads, edgeLines } from './edge-lines';
import { legendBlock } from './legend';
import type { LegendEntry } from './legend-entry';
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
/** On paper up to so wide a legend is as large as the graph's words; on wider one it grows, to be read when all is seen. */
const WIDE = 1480;

/** @param legend what looks mean, told beneath the graph */
export function graphPicture(content: PictureContent, legend: readonly LegendEntry[] = []): Picture {
  const { title, nodes, edges } = content;
  const boxes = new Map(nodes.map((node) => [node.id, { ...node.position, ...cardOf(node, content) }]));
  const lines = edgeLines(edges, boxes, content);
  const graph = around([...boxes.values(), ...lines.map(({ box }) => box)]);
  const told = legend.length === 0 ? undefined : legendBeneath(legend, graph);
  const { x, y, width, height } = told?.paper ?? graph;
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
    ...(told === undefined ? [] : [`\n${told.svg}`]),
    '\n',
  );
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height };
}

/** The legend, and the paper that is large enough for both. */
function legendBeneath(legend: readonly LegendEntry[], graph: Box): { readonly svg: string; readonly paper: Box } {
  const scale = Math.max(1, graph.width / WIDE);
  const margin = MARGIN * scale;
  const { svg, width, height } = legendBlock(legend, graph.width / scale - 2 * MARGIN);
  const bottom = graph.y + graph.height - MARGIN;
  return {
    svg: element(
      'g',
      { id: 'legend', transform: `translate(${graph.x + margin} ${bottom + margin}) scale(${scale})` },
      svg,
    ),
    paper: {
      ...graph,
      width: Math.max(graph.width, Math.ceil(width * scale + 2 * margin)),
      height: Math.ceil(graph.height - MARGIN + height * scale + 2 * margin),
    },
  };
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
