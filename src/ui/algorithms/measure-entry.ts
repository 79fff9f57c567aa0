/** What is told of what an algorithm found, while that is shown. */
import { t } from '../../i18n/i18n';
import type { LegendEntry, LegendSample, ToldValue } from '../../picture/legend-entry';
import type { Measure } from '../../store/measure';
import { GROUP_COLORS, groupColor, OTHER_COLOR } from '../../store/measure-scale';
import { scaleSample } from './scale-sample';

/** In the page's language; undefined while nothing of it is shown. */
export function measureEntry(measure: Measure | undefined): LegendEntry | undefined {
  if (measure === undefined || measure.show === 'nothing') return undefined;
  const { setting, isGroups, values, scale, show } = measure;
  const sample: LegendSample = isGroups ? { kind: 'values', values: groups(values) } : scaleSample(scale, show);
  return { words: t(`algorithms:kind.${setting.algorithm}`), sample };
}

/** The largest groups by their colours, and how many nodes are in others. */
function groups(values: Measure['values']): readonly ToldValue[] {
  const sizes = sizesOf(values);
  const others = sizes.slice(GROUP_COLORS.length).reduce((sum, size) => sum + size, 0);
  return [
    ...sizes.slice(0, GROUP_COLORS.length).map((count, index) => ({
      words: t('algorithms:group', { group: index + 1, count }),
      color: groupColor(index + 1),
    })),
    ...(others > 0 ? [{ words: t('algorithms:others', { count: others }), color: OTHER_COLOR }] : []),
  ];
}

/** How many nodes each group has, the first group first. */
function sizesOf(values: Measure['values']): readonly number[] {
  const sizes: number[] = [];
  for (const group of values.values()) sizes[group - 1] = (sizes[group - 1] ?? 0) + 1;
  return sizes;
}
