import { useTranslation } from 'react-i18next';
import { Isolate } from '../../kit/Isolate';
import type { RuleLook } from '../../shared/graph/style-rules';
import styles from './Styling.module.css';

type Colors = NonNullable<Extract<RuleLook, { set: 'color_by_value' }>['colors']>;

interface ValueColorsProps {
  readonly colors: Colors;
  readonly onChange: (colors: Colors) => void;
}

/** The values that are most frequent, each with a colour that can be another. */
export function ValueColors({ colors, onChange }: ValueColorsProps) {
  const { t } = useTranslation('styling');
  return (
    <fieldset className={styles['values']}>
      <legend>{t('values')}</legend>
      {colors.map(({ value, color }, index) => (
        <label key={`${typeof value} ${value}`} className={styles['valueColor']}>
          <input
            type="color"
            value={color}
            onChange={({ target }) => onChange(colors.with(index, { value, color: target.value }))}
          />
          <Isolate>{String(value)}</Isolate>
        </label>
      ))}
      <p className={styles['hint']}>{t(colors.length === 0 ? 'noValues' : 'otherValues')}</p>
    </fieldset>
  );
}
