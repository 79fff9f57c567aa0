import { useTranslation } from 'react-i18next';
import { formatScore } from '../../kit/format-value';
import type { Measure } from '../../store/measure';
import { LEGEND_COLORS, valueAt } from '../../store/measure-scale';
import { CARD_STEPS, stepSize } from '../../store/node-size';
import styles from './MeasureLegend.module.css';

/** How much smaller a card is in the legend. */
const SCALE = 1 / 10;

/** Colours or sizes from the least value to the most, with the values in between. */
export function ScoreLegend({ measure: { scale, show } }: { readonly measure: Measure }) {
  const { t } = useTranslation('algorithms');
  const at = (place: number) => formatScore(valueAt(scale, place));
  return (
    <div role="img" aria-label={t('scale', { least: at(0), most: at(1) })}>
      {show === 'color' ? (
        <div
          className={styles['ramp']}
          style={{ '--ramp': `linear-gradient(to right, ${LEGEND_COLORS.join(', ')})` }}
        />
      ) : (
        <div className={styles['cards']}>
          {CARD_STEPS.map((step) => {
            const { width, height } = stepSize(step);
            return <span key={step} style={{ width: width * SCALE, height: height * SCALE }} />;
          })}
        </div>
      )}
      <div className={styles['ticks']}>
        <span>{at(0)}</span>
        <span>{at(0.5)}</span>
        <span>{at(1)}</span>
      </div>
    </div>
  );
}
