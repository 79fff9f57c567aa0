/** Says whose view one's own follows, in their colour, with the way to stop. */
import { X } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { isolated } from '../../kit/bidi';
import { useEditor, useEditorState } from '../../store/editor-context';
import { followed } from '../../store/following';
import styles from './FollowBar.module.css';

/** What has an Escape of its own while the keyboard is in it. */
const ESCAPES = 'input, textarea, select, [role="menu"], [role="search"], [role="dialog"], [data-escapes="true"]';

/** Escape backs out of this before anything on the page, but not before what lies over it. */
function useStopByKey(isOn: boolean, stop: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest(ESCAPES) !== null;
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || isElsewhere) return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isOn, stop]);
}

export function FollowBar() {
  const { t } = useTranslation('together');
  const { store } = useEditor();
  const person = useEditorState(followed);
  const stop = useCallback(() => store.setState({ following: undefined }), [store]);
  useStopByKey(person !== undefined, stop);
  if (person === undefined) return null;
  return (
    <p className={styles['bar']} style={{ '--person-color': person.color }} data-testid="following">
      <span className={styles['name']}>{t('following', { name: isolated(person.name) })}</span>
      <Button look="quiet" className={styles['stop'] ?? ''} aria-label={t('stopFollowing')} onClick={stop}>
        <X size={14} aria-hidden /> {t('stop')}
      </Button>
    </p>
  );
}

/** Around the canvas, in the colour of who is followed. */
export function FollowFrame() {
  const color = useEditorState((state) => followed(state)?.color);
  if (color === undefined) return null;
  return <div className={styles['frame']} style={{ '--person-color': color }} aria-hidden="true" />;
}
