import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../store/measure';
import { GROUP_COLORS, groupColor, OTHER_COLOR } from '../../store/measure-scale';
import styles from './MeasureLegend.module.css';

/** The largest groups by their colours, and how many nodes are in others. */
export function GroupLegend({ measure: { values } }: { readonly measure: Measure }) {
  const { t } = useTranslation('algorithms');
  const sizes = useMemo(() => sizesOf(values), [values]);
  const named = sizes.slice(0, GROUP_COLORS.length);
  const others = sizes.slice(GROUP_COLORS.length).reduce((sum, size) => sum + size, 0);
  return (
    <ul className={styles['groups']}>
      {named.map((count, index) => (
        <li key={groupColor(index + 1)}>
          <span className={styles['swatch']} style={{ '--color': groupColor(index + 1) }} aria-hidden />
          {t('group', { group: index + 1, count })}
        </li>
      ))}
      {others > 0 && (
        <li>
          <span className={styles['swatch']} style={{ '--color': OTHER_COLOR }} aria-hidden />
          {t('others', { count: others })}
        </li>
      )}
    </ul>
  );
}

/** How many nodes each group has, the first group first. */
function sizesOf(values: Measure['values']): readonly number[] {
  const sizes: number[] = [];
  for (const group of values.values()) sizes[group - 1] = (sizes[group - 1] ?? 0) + 1;
  return sizes;
}
