/** What a number has to be for the graph to be sound. */
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../kit/TextInput';
import { COMPARISONS, type Comparison } from '../../shared/graph/saved-views';
import { isComparison } from '../../views/view-draft';
import styles from './SaveViewForm.module.css';

export interface TypedCondition {
  /** Undefined: the number is only to be seen. */
  readonly is: Comparison | undefined;
  readonly than: string;
}

interface ConditionFieldsProps {
  readonly condition: TypedCondition;
  readonly onChange: (condition: TypedCondition) => void;
}

export function ConditionFields({ condition: { is, than }, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation('views');
  return (
    <>
      <label className={styles['field']}>
        <span>{t('form.condition')}</span>
        <select
          value={is ?? ''}
          onChange={({ target: { value } }) => onChange({ is: isComparison(value) ? value : undefined, than })}
        >
          <option value="">{t('form.noCondition')}</option>
          {COMPARISONS.map((each) => (
            <option key={each} value={each}>
              {t(`form.is.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {is !== undefined && (
        <TextInput
          className={styles['number'] ?? ''}
          aria-label={t('form.number')}
          inputMode="decimal"
          value={than}
          onChange={({ target }) => onChange({ is, than: target.value })}
        />
      )}
    </>
  );
}
