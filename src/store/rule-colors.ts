/** The colours that a styling rule gives. Those by number are some of all between two: each arrow head has a definition. */
import type { RuleLook } from '../shared/graph/style-rules';
import { between, GROUP_COLORS, OTHER_COLOR } from './measure-scale';

const SHADES = 32;

/** The colour for a place between two, from 0 to 1. */
export function shadeAt(from: string, to: string, place: number): string {
  return between(from, to, Math.round(place * SHADES) / SHADES);
}

/** All colours that a look may give. */
export function colorsOf(look: RuleLook): readonly string[] {
  switch (look.set) {
    case 'color':
      return [look.color];
    case 'color_by_value':
      return [...(look.colors ?? []).map(({ color }) => color), ...GROUP_COLORS, OTHER_COLOR];
    case 'color_by_number':
      return [
        ...Array.from({ length: SHADES + 1 }, (_, shade) => shadeAt(look.from, look.to, shade / SHADES)),
        OTHER_COLOR,
      ];
    default:
      return [];
  }
}
