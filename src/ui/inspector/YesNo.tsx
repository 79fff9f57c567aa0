/** Yes, no, or not set. */
import { useTranslation } from 'react-i18next';
import type { PropertyValue } from '../../shared/graph/values';
import styles from './YesNo.module.css';

interface YesNoProps {
  /** Id of the element that names the pair. */
  readonly labelId: string;
  /** Ids of the elements that say more about it. */
  readonly describedBy?: string | undefined;
  readonly value: PropertyValue | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: boolean) => void;
  readonly onFocus?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
}

export function YesNo({ labelId, describedBy, value, readOnly, onChange, onFocus, onBlur }: YesNoProps) {
  const { t } = useTranslation('inspector');
  return (
    <fieldset className={styles['pair']} aria-labelledby={labelId} aria-describedby={describedBy}>
      {[true, false].map((choice) => (
        <button
          key={String(choice)}
          type="button"
          aria-pressed={value === choice}
          aria-disabled={readOnly}
          className={styles['choice']}
          onClick={() => !readOnly && onChange(choice)}
          onFocus={onFocus}
          onBlur={onBlur}
        >
          {choice ? t('yes') : t('no')}
        </button>
      ))}
    </fieldset>
  );
}
