/** What a view is shown as. */
import { useTranslation } from 'react-i18next';
import { VIEW_KINDS, type ViewKind } from '../../views/fitting-kind';
import styles from './SaveViewForm.module.css';

interface KindFieldProps {
  readonly kind: ViewKind;
  readonly onChoose: (kind: ViewKind) => void;
}

const isKind = (text: string): text is ViewKind => VIEW_KINDS.some((each) => each === text);

export function KindField({ kind, onChoose }: KindFieldProps) {
  const { t } = useTranslation('views');
  return (
    <label className={styles['field']}>
      <span>{t('form.kind')}</span>
      <select
        value={kind}
        title={t(`kindHint.${kind}`)}
        onChange={({ target: { value } }) => isKind(value) && onChoose(value)}
      >
        {VIEW_KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`kind.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
