/** Edges as SVG, on the same ways as on the canvas. */
import { ARROW_HEAD, arrowId, arrowUrl } from '../kit/arrow-heads';
import { type Box, coursePath, sideBySide } from '../kit/edge-geometry';
import { EDGE_ICON_SIZE, EDGE_NAME_SIZE, type EdgeName, edgeName, edgeText } from '../kit/edge-name';
import { textWidth } from '../kit/fit-text';
import type { NodeId } from '../shared/graph/model';
import { type EdgeLook, type EdgeLookRules, edgeLook } from '../store/edge-look';
import type { EdgeRow } from '../store/rows';
import { icon } from './icon-shapes';
import { PAINT } from './paint';
import { element, xmlText } from './xml';

export interface EdgeLine {
  readonly svg: string;
  /** Undefined for no colour of its own. */
  readonly color: string | undefined;
  /** What the edge takes up at its middle: its name, and how far it bends. */
  readonly box: Box;
}

/** @param boxes of all nodes that the edges join */
export function edgeLines(
  edges: readonly EdgeRow[],
  boxes: ReadonlyMap<NodeId, Box>,
  rules: EdgeLookRules,
): EdgeLine[] {
  return sideBySide(edges).flatMap((rows) =>
    rows.flatMap((row, lane) => {
      const [from, to] = [boxes.get(row.source), boxes.get(row.target)];
      if (from === undefined || to === undefined) return [];
      const { path, label } = coursePath({ ...row, lane, lanes: rows.length }, from, to);
      const look = edgeLook(row, rules);
      return edgeLine(edgeName(edgeText(row.type, look.caption), label, look.icon !== undefined), look, path);
    }),
  );
}

function edgeLine(name: EdgeName, look: EdgeLook, path: string): EdgeLine {
  const { color, width } = look;
  const { x, y, angle, text } = name;
  const transform = `rotate(${angle} ${x} ${y})`;
  const stroke = color ?? PAINT.edge;
  const svg = [
    element('path', { d: path, fill: 'none', stroke, 'stroke-width': width, 'marker-end': arrowUrl(color) }),
    ...(name.icon === undefined ? [] : [element('g', { transform }, ...nameIcon(name.icon, look))]),
    element(
      'text',
      {
        x: name.icon?.textX ?? x,
        y,
        transform,
        fill: PAINT.inkSoft,
        stroke: PAINT.paper,
        'stroke-width': 4,
        'paint-order': 'stroke',
        'font-size': EDGE_NAME_SIZE,
        'font-weight': 500,
        'text-anchor': name.icon === undefined ? 'middle' : 'start',
        'dominant-baseline': 'central',
      },
      xmlText(text),
    ),
  ];
  return { svg: svg.join(''), color, box: nameBox(name) };
}

function nameIcon({ x, y }: NonNullable<EdgeName['icon']>, look: EdgeLook): string[] {
  const half = EDGE_ICON_SIZE / 2;
  return [
    element('circle', { cx: x + half, cy: y + half, r: half + 2, fill: PAINT.paper }),
    icon(look.icon, { x, y, size: EDGE_ICON_SIZE, color: look.color ?? PAINT.inkSoft }),
  ];
}

/** What a name takes up, turned as it is. */
export function nameBox({ text, x, y, angle, icon: before }: EdgeName): Box {
  const besides = before === undefined ? 0 : before.textX - before.x;
  const [long, high] = [textWidth(text, EDGE_NAME_SIZE) + besides, 2 * EDGE_NAME_SIZE];
  const [sine, cosine] = [Math.abs(Math.sin((angle * Math.PI) / 180)), Math.abs(Math.cos((angle * Math.PI) / 180))];
  const [width, height] = [long * cosine + high * sine, long * sine + high * cosine];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** The definitions of the arrow heads that edges of these colours have. */
export function arrowHeads(colors: Iterable<string | undefined>): string {
  const heads = Array.from(new Set([undefined, ...colors]), (color) =>
    element(
      'marker',
      {
        id: arrowId(color),
        viewBox: ARROW_HEAD.viewBox,
        refX: ARROW_HEAD.refX,
        refY: ARROW_HEAD.refY,
        markerUnits: 'userSpaceOnUse',
        markerWidth: ARROW_HEAD.size,
        markerHeight: ARROW_HEAD.size,
        orient: 'auto-start-reverse',
      },
      element('path', { d: ARROW_HEAD.path, fill: color ?? PAINT.edge }),
    ),
  );
  return element('defs', {}, ...heads);
}
