/** How large the cards of a label's nodes are. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type ElementType, NODE_SIZES, type NodeSize } from '../../shared/graph/model';
import { sizeName } from '../../store/node-size';
import styles from './Choices.module.css';

interface SizeChoiceProps {
  readonly type: ElementType;
  readonly onChoose: (size: NodeSize) => void;
}

export function SizeChoice({ type, onChoose }: SizeChoiceProps) {
  const { t } = useTranslation('types');
  const name = useId();
  return (
    <fieldset className={styles['choice']}>
      <legend>{t('size')}</legend>
      <div className={styles['sizes']}>
        {NODE_SIZES.map((size) => (
          <label key={size} className={styles['size']}>
            <input type="radio" name={name} checked={sizeName(type) === size} onChange={() => onChoose(size)} />
            <span className={styles['card']} data-size={size} aria-hidden="true" />
            {t(`sizes.${size}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
