/** Changes that did not become part of the graph: which, why, and how to get their content back. */
import { X } from 'lucide-react';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';
import { dismissUnkept, notify } from '../../store/editor-store';
import styles from './UnkeptList.module.css';

/** Entries shown at once; the rest is counted. */
const SHOWN = 4;

export function UnkeptList() {
  const { store, restore } = useEditor();
  const unkept = useEditorState((state) => state.unkept);
  if (unkept.length === 0) return null;

  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      notify(store, 'The content is copied.');
    } catch {
      notify(store, `Copying is not allowed here. The content is: ${text}`);
    }
  };
  const everything = unkept.map(({ sentence, content }) => `${sentence}\n${content}`.trim()).join('\n\n');
  const shown = unkept.slice(-SHOWN);
  return (
    <section className={styles['unkept']} aria-label="Changes that were not kept" role="alert">
      <header className={styles['head']}>
        <h2>{unkept.length === 1 ? 'One change was not kept' : `${unkept.length} changes were not kept`}</h2>
        {unkept.length > 1 && (
          <Button look="quiet" onClick={() => void copy(everything)}>
            Copy all
          </Button>
        )}
        <button type="button" className={styles['close']} aria-label="Put away" onClick={() => dismissUnkept(store)}>
          <X size={14} aria-hidden />
        </button>
      </header>
      <ul className={styles['list']}>
        {shown.map(({ id, sentence, content, gone }) => (
          <li key={id}>
            <p dir="auto">{sentence}</p>
            {content !== '' && (
              <Button look="quiet" onClick={() => void copy(content)}>
                Copy
              </Button>
            )}
            {gone !== undefined && (
              <Button look="quiet" onClick={() => restore(gone)}>
                Restore
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unkept.length > SHOWN && <p className={styles['more']}>And {unkept.length - SHOWN} before these.</p>}
    </section>
  );
}
