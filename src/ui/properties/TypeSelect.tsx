/** Chooses the type of a property's values. */
import { useTranslation } from 'react-i18next';
import { PROPERTY_TYPES, type PropertyType } from '../../shared/graph/values';
import styles from './TypeSelect.module.css';

interface TypeSelectProps {
  /** For who listens. */
  readonly label: string;
  readonly value: PropertyType;
  readonly disabled?: boolean;
  readonly onChange: (type: PropertyType) => void;
}

export function TypeSelect({ label, value, disabled = false, onChange }: TypeSelectProps) {
  const { t } = useTranslation('inspector');
  return (
    <select
      className={styles['types']}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(PROPERTY_TYPES.find((each) => each === event.target.value) ?? value)}
    >
      {PROPERTY_TYPES.map((each) => (
        <option key={each} value={each}>
          {t(`types.${each}`)}
        </option>
      ))}
    </select>
  );
}
