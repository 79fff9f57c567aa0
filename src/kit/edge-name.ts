/** The names on edges: where there is room for them, and how much of them. */
import { isolated } from './bidi';
import type { NamePlace, Point } from './edge-geometry';
import { fitText, textWidth } from './fit-text';

/** The size of their font, in canvas units. */
export const EDGE_NAME_SIZE = 11;
/** At most and at least so much of one is shown, in canvas units. */
const [MOST, LEAST] = [240, 40];
/** Steeper lines have room for a name beside them, in degrees. */
const STEEP = 45;

export interface EdgeName extends Point {
  readonly text: string;
  /** In degrees clockwise. */
  readonly angle: number;
}

/** What stands on an edge: its type, and what else it is to say. */
export function edgeText(type: string, caption: string | undefined): string {
  return caption === undefined ? type : `${type} · ${isolated(caption)}`;
}

/** Along the line if it fits there; else across a steep line that is alone; else cut, so that it does not lie on the nodes. */
export function edgeName(name: string, { x, y, angle, room, crowded }: NamePlace): EdgeName {
  if (fits(name, room)) return { text: name, x, y, angle };
  if (!crowded && Math.abs(angle) > STEEP) return { text: fitText(name, EDGE_NAME_SIZE, MOST), x, y, angle: 0 };
  return { text: fitText(name, EDGE_NAME_SIZE, Math.min(MOST, Math.max(LEAST, room))), x, y, angle };
}

/** No character is wider than the font is high: names that surely fit are not measured. */
function fits(name: string, room: number): boolean {
  const most = Math.min(MOST, room);
  return name.length * EDGE_NAME_SIZE <= most || textWidth(name, EDGE_NAME_SIZE) <= most;
}
