/** Opens and closes the query console, from the top bar. */
import { SquareTerminal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CONSOLE_KEYS } from '../../commands/console-commands';
import { shortcutWords } from '../../commands/shortcut';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';

export function ConsoleButton() {
  const { t } = useTranslation(['console', 'topBar']);
  const { store } = useEditor();
  const open = useEditorState((state) => state.consoleOpen);
  const keys = shortcutWords(CONSOLE_KEYS, navigator.platform);
  return (
    <Button
      look="quiet"
      aria-label={t('title')}
      aria-pressed={open}
      title={t('topBar:withKeys', { words: t('title'), keys })}
      onClick={() => store.setState({ consoleOpen: !open })}
    >
      <SquareTerminal size={16} aria-hidden />
    </Button>
  );
}
