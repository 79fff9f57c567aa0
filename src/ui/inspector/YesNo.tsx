/** Yes, no, or not set. */
import type { PropertyValue } from '../../shared/graph/values';
import styles from './YesNo.module.css';

interface YesNoProps {
  readonly id: string;
  readonly value: PropertyValue | undefined;
  readonly onChange: (value: boolean) => void;
}

export function YesNo({ id, value, onChange }: YesNoProps) {
  return (
    <div className={styles['pair']}>
      {[true, false].map((choice, index) => (
        <button
          key={String(choice)}
          id={index === 0 ? id : undefined}
          type="button"
          aria-pressed={value === choice}
          className={styles['choice']}
          onClick={() => onChange(choice)}
        >
          {choice ? 'Yes' : 'No'}
        </button>
      ))}
    </div>
  );
}
