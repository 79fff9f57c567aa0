/** The dock's first line: running and stopping, how it went, and the way out. */
import { BookmarkPlus, Play, Square, SquareTerminal, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CONSOLE_KEYS } from '../../commands/console-commands';
import { shortcutWords } from '../../commands/shortcut';
import { Button } from '../../kit/Button';
import { mayEdit } from '../../store/access';
import { useEditorState } from '../../store/editor-context';
import styles from './ConsoleDock.module.css';
import { useConsole, useConsoleState } from './console-context';
import { RunWords } from './RunWords';

export function DockHead({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation(['console', 'topBar', 'views']);
  const console = useConsole();
  const running = useConsoleState(({ run }) => run.status === 'running');
  const saving = useConsoleState((state) => state.saving !== undefined);
  const editable = useEditorState(mayEdit);
  const empty = useConsoleState(({ text }) => text.trim() === '');
  const withKeys = (words: string, keys: string) =>
    t('topBar:withKeys', { words, keys: shortcutWords(keys, navigator.platform) });
  return (
    <div className={styles['head']}>
      <SquareTerminal size={16} aria-hidden />
      <h2 className={styles['title']}>{t('title')}</h2>
      {running ? (
        <Button look="danger" onClick={() => console.stop()}>
          <Square size={13} aria-hidden /> {t('stop')}
        </Button>
      ) : (
        <Button
          look="primary"
          disabled={empty}
          title={withKeys(t('run'), 'Mod+Enter')}
          onClick={() => void console.run()}
        >
          <Play size={13} aria-hidden /> {t('run')}
        </Button>
      )}
      {editable && (
        <Button
          look="quiet"
          disabled={empty}
          aria-expanded={saving}
          onClick={() => console.showSaving(saving ? undefined : { begun: undefined })}
        >
          <BookmarkPlus size={15} aria-hidden /> {t('views:form.open')}
        </Button>
      )}
      <RunWords />
      <Button look="quiet" aria-label={t('close')} title={withKeys(t('close'), CONSOLE_KEYS)} onClick={onLeave}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  );
}
