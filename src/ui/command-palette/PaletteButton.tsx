/** The way to the command palette for who does not know its shortcut yet. */
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shortcutWords } from '../../commands/shortcut';
import { Button } from '../../kit/Button';
import { useEditor } from '../../store/editor-context';

export function PaletteButton() {
  const { t } = useTranslation('actions');
  const { store } = useEditor();
  const keys = shortcutWords('Mod+K', navigator.platform);
  return (
    <Button
      look="quiet"
      aria-haspopup="dialog"
      aria-label={t('title')}
      title={t('open', { keys })}
      onClick={() => store.setState({ panel: 'palette' })}
    >
      <Ellipsis size={16} aria-hidden />
    </Button>
  );
}
