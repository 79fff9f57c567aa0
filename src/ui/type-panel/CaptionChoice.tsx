/** Which property stands on the cards of a label's nodes, or on the edges of a type. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ElementType } from '../../shared/graph/model';
import { foldName } from '../../shared/graph/names';
import styles from './Choices.module.css';

interface CaptionChoiceProps {
  readonly on: 'node' | 'edge';
  readonly type: ElementType;
  /** `null`: none is named. On nodes the first text property serves then, and edges have their type alone. */
  readonly onChoose: (caption: string | null) => void;
}

export function CaptionChoice({ on, type, onChoose }: CaptionChoiceProps) {
  const { t } = useTranslation('types');
  const [id, hintId] = [useId(), useId()];
  const { caption } = type.style;
  const named = caption === undefined ? undefined : type.properties.get(foldName(caption))?.name;
  return (
    <div className={styles['choice']}>
      <label htmlFor={id}>{t('caption')}</label>
      <select
        id={id}
        className={styles['select']}
        aria-describedby={hintId}
        value={named ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t(`noCaption.${on}`)}</option>
        {Array.from(type.properties.values(), ({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <p id={hintId} className={styles['hint']}>
        {t(`captionHint.${on}`)}
      </p>
    </div>
  );
}
