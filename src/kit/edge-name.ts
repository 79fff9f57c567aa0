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

/** Of an icon before a name, and of what is kept between them, in canvas units. */
export const EDGE_ICON_SIZE = 13;
const ICON_GAP = 3;

export interface EdgeName extends Point {
  readonly text: string;
  /** In degrees clockwise, around the middle of the name and its icon. */
  readonly angle: number;
  /** Where the text begins and its icon is, before they are turned; undefined without an icon: the text is around the middle. */
  readonly icon: { readonly textX: number; readonly x: number; readonly y: number } | undefined;
}

/** What stands on an edge: its type, and what else it is to say. */
export function edgeText(type: string, caption: string | undefined): string {
  return caption === undefined ? type : `${type} · ${isolated(caption)}`;
}

/** Along the line if it fits there; else across a steep line that is alone; else cut, so that it does not lie on the nodes. */
export function edgeName(name: string, { x, y, angle, room, crowded }: NamePlace, hasIcon = false): EdgeName {
  const besides = hasIcon ? EDGE_ICON_SIZE + ICON_GAP : 0;
  const at = (text: string, turned: number): EdgeName => {
    if (!hasIcon) return { text, x, y, angle: turned, icon: undefined };
    const left = x - (textWidth(text, EDGE_NAME_SIZE) + besides) / 2;
    return { text, x, y, angle: turned, icon: { textX: left + besides, x: left, y: y - EDGE_ICON_SIZE / 2 } };
  };
  if (fits(name, room - besides)) return at(name, angle);
  if (!crowded && Math.abs(angle) > STEEP) return at(fitText(name, EDGE_NAME_SIZE, MOST), 0);
  return at(fitText(name, EDGE_NAME_SIZE, Math.min(MOST, Math.max(LEAST, room - besides))), angle);
}

/** No character is wider than the font is high: names that surely fit are not measured. */
function fits(name: string, room: number): boolean {
  const most = Math.min(MOST, room);
  return name.length * EDGE_NAME_SIZE <= most || textWidth(name, EDGE_NAME_SIZE) <= most;
}
