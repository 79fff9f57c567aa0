/** Yes, no, or not set. */
import type { PropertyValue } from '../../shared/graph/values';
import styles from './YesNo.module.css';

interface YesNoProps {
  /** Id of the element that names the pair. */
  readonly labelId: string;
  readonly value: PropertyValue | undefined;
  readonly onChange: (value: boolean) => void;
}

export function YesNo({ labelId, value, onChange }: YesNoProps) {
  return (
    <fieldset className={styles['pair']} aria-labelledby={labelId}>
      {[true, false].map((choice) => (
        <button
          key={String(choice)}
          type="button"
          aria-pressed={value === choice}
          className={styles['choice']}
          onClick={() => onChange(choice)}
        >
          {choice ? 'Yes' : 'No'}
        </button>
      ))}
    </fieldset>
  );
}
