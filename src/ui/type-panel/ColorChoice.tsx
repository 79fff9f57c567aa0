/** The colour of a label or edge type: one that is legible everywhere, none, or one's own. */
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LABEL_COLORS } from '../../kit/colors';
import styles from './Choices.module.css';
import { OwnColor } from './OwnColor';

interface ColorChoiceProps {
  readonly color: string | undefined;
  /** Whether there may be none. */
  readonly isOptional?: boolean;
  /** `null`: none. */
  readonly onChoose: (color: string | null) => void;
}

/** What the label colours are called, in their order. */
export const COLOR_NAMES = [
  'blue',
  'brick',
  'green',
  'violet',
  'ochre',
  'teal',
  'rose',
  'olive',
  'indigo',
  'brown',
  'petrol',
  'taupe',
] as const;

export function ColorChoice({ color, isOptional = true, onChoose }: ColorChoiceProps) {
  const { t } = useTranslation('types');
  const swatches = COLOR_NAMES.flatMap((name, index) => {
    const value = LABEL_COLORS[index];
    return value === undefined ? [] : { name, value };
  });
  return (
    <fieldset className={styles['choice']}>
      <legend>{t('color')}</legend>
      <div className={styles['swatches']}>
        {swatches.map(({ name, value }) => (
          <button
            key={name}
            type="button"
            className={styles['swatch']}
            style={{ '--label-color': value }}
            aria-label={t(`colors.${name}`)}
            title={t(`colors.${name}`)}
            aria-pressed={color === value}
            onClick={() => onChoose(value)}
          >
            {color === value && <Check size={15} aria-hidden />}
          </button>
        ))}
        {isOptional && (
          <button
            type="button"
            className={styles['swatch']}
            data-none
            aria-label={t('noColor')}
            title={t('noColor')}
            aria-pressed={color === undefined}
            onClick={() => onChoose(null)}
          >
            {color === undefined && <Check size={15} aria-hidden />}
          </button>
        )}
        <OwnColor color={color} isOwn={color !== undefined && !LABEL_COLORS.includes(color)} onChoose={onChoose} />
      </div>
    </fieldset>
  );
}
