/** Any colour, by the browser's own means. It is taken when it is decided on, and not all the way there. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { colorOf } from '../../kit/colors';
import styles from './Choices.module.css';

interface OwnColorProps {
  readonly color: string | undefined;
  /** The colour is none of those that are offered. */
  readonly isOwn: boolean;
  readonly onChoose: (color: string) => void;
}

export function OwnColor({ color, isOwn, onChoose }: OwnColorProps) {
  const { t } = useTranslation('types');
  const input = useRef<HTMLInputElement>(null);
  const shown = colorOf({ color });
  useEffect(() => {
    const field = input.current;
    if (field === null) return;
    field.value = shown;
    // React's `onChange` is the browser's `input`, which comes with every move of the pointer.
    const take = () => {
      if (field.value !== shown) onChoose(field.value);
    };
    field.addEventListener('change', take);
    return () => field.removeEventListener('change', take);
  }, [shown, onChoose]);
  return (
    <input
      ref={input}
      type="color"
      className={styles['own']}
      data-chosen={isOwn}
      defaultValue={shown}
      aria-label={t('ownColor')}
      title={t('ownColor')}
    />
  );
}
