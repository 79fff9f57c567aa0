/** Turns the new edge round, without leaving the field in which its type is chosen. */
import { ArrowLeftRight } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isPressed, shortcutWords } from '../../commands/shortcut';
import styles from './ReverseButton.module.css';

const KEYS = 'Alt+X';

export function ReverseButton({ onReverse }: { readonly onReverse: () => void }) {
  const { t } = useTranslation('edgeTypes');
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || !isPressed(KEYS, event)) return;
      event.preventDefault();
      onReverse();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onReverse]);
  return (
    <button
      type="button"
      className={styles['reverse']}
      aria-label={t('reverse')}
      aria-keyshortcuts={KEYS}
      title={t('reverseKeys', { keys: shortcutWords(KEYS, navigator.platform) })}
      // The keyboard stays in the field.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onReverse}
    >
      <ArrowLeftRight size={14} aria-hidden />
    </button>
  );
}
