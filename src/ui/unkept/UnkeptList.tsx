/** Changes that did not become part of the graph: which, why, and how to get their content back. */
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';
import { dismissUnkept, notify } from '../../store/editor-store';
import styles from './UnkeptList.module.css';

/** Entries shown at once; the rest is counted. */
const SHOWN = 4;

export function UnkeptList() {
  const { t } = useTranslation('unkept');
  const { store, restore } = useEditor();
  const unkept = useEditorState((state) => state.unkept);
  if (unkept.length === 0) return null;

  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      notify(store, { text: t('copied'), passing: true });
    } catch {
      notify(store, t('copyDenied', { text }));
    }
  };
  const everything = unkept.map(({ sentence, content }) => `${sentence}\n${content}`.trim()).join('\n\n');
  const shown = unkept.slice(-SHOWN);
  return (
    <section className={styles['unkept']} aria-label={t('list')} role="alert">
      <header className={styles['head']}>
        <h2>{t('heading', { count: unkept.length })}</h2>
        {unkept.length > 1 && (
          <Button look="quiet" onClick={() => void copy(everything)}>
            {t('copyAll')}
          </Button>
        )}
        <button
          type="button"
          className={styles['close']}
          aria-label={t('putAway')}
          onClick={() => dismissUnkept(store)}
        >
          <X size={14} aria-hidden />
        </button>
      </header>
      <ul className={styles['list']}>
        {shown.map(({ id, sentence, content, gone }) => (
          <li key={id}>
            <p dir="auto">{sentence}</p>
            {content !== '' && (
              <Button look="quiet" onClick={() => void copy(content)}>
                {t('copy')}
              </Button>
            )}
            {gone !== undefined && (
              <Button look="quiet" onClick={() => restore(gone)}>
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unkept.length > SHOWN && <p className={styles['more']}>{t('before', { count: unkept.length - SHOWN })}</p>}
    </section>
  );
}
