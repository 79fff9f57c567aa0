/** What one column becomes: left out or a property, with a name and a type. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../i18n/said';
import { TextInput } from '../../kit/TextInput';
import { columnProblem } from '../../shared/exchange/table-columns';
import { nameProblem, tidyName } from '../../shared/graph/names';
import { PROPERTY_TYPES } from '../../shared/graph/values';
import styles from './PastePreview.module.css';
import type { TableColumnView, TablePaste } from './use-table-paste';

interface ColumnHeadProps {
  readonly place: number;
  readonly paste: TablePaste;
  readonly view: TableColumnView;
  /** Undefined where the label has its caption already. */
  readonly isCaption: boolean | undefined;
}

export function ColumnHead({ place, paste, view, isCaption }: ColumnHeadProps) {
  const { t } = useTranslation(['clipboard', 'inspector']);
  const id = useId();
  const number = place + 1;
  const { included, unfit } = view;
  const change = (chosen: Parameters<TablePaste['chooseColumn']>[1]) => paste.chooseColumn(place, chosen);
  const wrong = columnProblem(paste.views, place);
  const name = tidyName(view.name);
  const problem = wrong === 'twice' ? t('table.twice') : wrong === 'name' ? said(nameProblem(name) ?? '') : undefined;
  return (
    <th scope="col" className={included ? undefined : styles['left']}>
      <div className={styles['head']}>
        <span className={styles['name']}>
          <input
            type="checkbox"
            aria-label={t('table.include', { number })}
            checked={included}
            onChange={({ target }) => change({ included: target.checked })}
          />
          <TextInput
            aria-label={t('table.name', { number })}
            aria-invalid={problem !== undefined}
            aria-describedby={`${id}-problem`}
            value={view.name}
            disabled={!included}
            onChange={({ target }) => change({ name: target.value })}
          />
        </span>
        <select
          className={styles['select']}
          aria-label={t('table.type', { number })}
          aria-describedby={`${id}-problem`}
          value={view.type}
          disabled={!included || view.isOwn}
          onChange={({ target }) => {
            const type = PROPERTY_TYPES.find((each) => each === target.value);
            if (type !== undefined) change({ type });
          }}
        >
          {PROPERTY_TYPES.map((each) => (
            <option key={each} value={each}>
              {t(`inspector:types.${each}`)}
            </option>
          ))}
        </select>
        {isCaption !== undefined && (
          <label className={styles['check']}>
            <input
              type="radio"
              name="caption"
              aria-label={t('table.captionOf', { number })}
              checked={isCaption}
              disabled={!included}
              onChange={() => paste.choose({ caption: place })}
            />
            {t('table.caption')}
          </label>
        )}
        <span id={`${id}-problem`} aria-live="polite" className={styles['problem']}>
          {problem ?? (included && unfit > 0 ? t('table.unfit', { count: unfit }) : undefined)}
        </span>
      </div>
    </th>
  );
}
