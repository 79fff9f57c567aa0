import { formatScore } from '../../kit/format-value';
import type { ScaleSample } from '../../picture/legend-entry';
import { LINE_WIDTHS } from '../../store/edge-look';
import { LEGEND_COLORS, type MeasureScale, valueAt } from '../../store/measure-scale';
import { CARD_STEPS, stepSize } from '../../store/node-size';

/** How much smaller a card is in a legend, and how long a line. */
const [CARD_SCALE, LINE_LENGTH] = [1 / 10, 24];

/**
 * What colours or sizes say of numbers, from the least to the most.
 * @param colors from the least to the most
 */
export function scaleSample(
  scale: MeasureScale,
  show: 'color' | 'size' | 'thickness',
  colors: readonly string[] = LEGEND_COLORS,
): ScaleSample {
  const at = (place: number) => formatScore(valueAt(scale, place));
  const ticks = [at(0), at(0.5), at(1)] as const;
  switch (show) {
    case 'color':
      return { kind: 'ramp', colors, ticks };
    case 'size':
      return { kind: 'cards', marks: CARD_STEPS.map(smallCard), ticks };
    case 'thickness':
      return {
        kind: 'lines',
        marks: CARD_STEPS.map((step) => ({ width: LINE_LENGTH, height: LINE_WIDTHS[step] })),
        ticks,
      };
  }
}

function smallCard(step: (typeof CARD_STEPS)[number]) {
  const { width, height } = stepSize(step);
  return { width: width * CARD_SCALE, height: height * CARD_SCALE };
}
