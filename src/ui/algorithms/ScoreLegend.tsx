import { useTranslation } from 'react-i18next';
import { formatScore } from '../../kit/format-value';
import { LINE_WIDTHS } from '../../store/edge-look';
import { LEGEND_COLORS, type MeasureScale, valueAt } from '../../store/measure-scale';
import { CARD_STEPS, stepSize } from '../../store/node-size';
import styles from './MeasureLegend.module.css';

/** How much smaller a card is in the legend. */
const SCALE = 1 / 10;

interface ScoreLegendProps {
  readonly scale: MeasureScale;
  readonly show: 'color' | 'size' | 'thickness';
  /** From the least to the most. */
  readonly colors?: readonly string[];
}

/** Colours or sizes from the least value to the most, with the values in between. */
export function ScoreLegend({ scale, show, colors = LEGEND_COLORS }: ScoreLegendProps) {
  const { t } = useTranslation('algorithms');
  const at = (place: number) => formatScore(valueAt(scale, place));
  return (
    <div role="img" aria-label={t('scale', { least: at(0), most: at(1) })}>
      {show === 'color' ? (
        <div className={styles['ramp']} style={{ '--ramp': `linear-gradient(to right, ${colors.join(', ')})` }} />
      ) : (
        <div className={styles['cards']}>
          {CARD_STEPS.map((step) => {
            const { width, height } = stepSize(step);
            const line = { width: 24, height: LINE_WIDTHS[step] };
            const card = { width: width * SCALE, height: height * SCALE };
            return <span key={step} data-line={show === 'thickness'} style={show === 'size' ? card : line} />;
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
