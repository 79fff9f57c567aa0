/** The icons of the page as SVG that stands alone. */
import type { LucideIcon } from 'lucide-react';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { iconNamed } from '../kit/icons';
import { element } from './xml';

/** What all of them are drawn in. */
const VIEW_BOX = '0 0 24 24';

interface IconPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
}

/** @param name as it is kept in a style; the same dot as on the page for one that is not known */
export function icon(name: string | undefined, { x, y, size, color }: IconPlace): string {
  return element(
    'svg',
    {
      x,
      y,
      width: size,
      height: size,
      viewBox: VIEW_BOX,
      fill: 'none',
      stroke: color,
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    shapesOf(iconNamed(name)),
  );
}

const drawn = new Map<LucideIcon, string>();

function shapesOf(Icon: LucideIcon): string {
  const known = drawn.get(Icon);
  if (known !== undefined) return known;
  const shapes = drawnShapes(Icon);
  drawn.set(Icon, shapes);
  return shapes;
}

/** Icons are there as components only: one is drawn beside the page, and what came of it is read. */
function drawnShapes(Icon: LucideIcon): string {
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => root.render(createElement(Icon)));
  const shapes = Array.from(place.querySelectorAll('svg > *'), ({ tagName, attributes }) =>
    element(tagName, Object.fromEntries(Array.from(attributes, ({ name, value }) => [name, value]))),
  );
  root.unmount();
  return shapes.join('');
}
