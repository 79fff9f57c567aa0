import { useTranslation } from 'react-i18next';
import type { ScaleSample } from '../../picture/legend-entry';
import styles from './MeasureLegend.module.css';

/** Colours or sizes from the least value to the most, with the values in between. */
export function ScoreLegend({ sample }: { readonly sample: ScaleSample }) {
  const { t } = useTranslation('algorithms');
  const [least, middle, most] = sample.ticks;
  return (
    <div role="img" aria-label={t('scale', { least, most })}>
      {sample.kind === 'ramp' ? (
        <div
          className={styles['ramp']}
          style={{ '--ramp': `linear-gradient(to right, ${sample.colors.join(', ')})` }}
        />
      ) : (
        <div className={styles['cards']}>
          {sample.marks.map(({ width, height }) => (
            <span key={height} data-line={sample.kind === 'lines'} style={{ width, height }} />
          ))}
        </div>
      )}
      <div className={styles['ticks']}>
        <span>{least}</span>
        <span>{middle}</span>
        <span>{most}</span>
      </div>
    </div>
  );
}
