/** Opens and closes the saved views, beside the way to hide and show. */
import { Bookmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { VIEWS_KEYS } from '../../commands/saved-view-commands';
import { shortcutWords } from '../../commands/shortcut';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';

export function ViewsButton({ className }: { readonly className: string }) {
  const { t } = useTranslation(['views', 'topBar']);
  const { store } = useEditor();
  const open = useEditorState((state) => state.panel === 'views');
  const keys = shortcutWords(VIEWS_KEYS, navigator.platform);
  return (
    <Button
      className={className}
      aria-haspopup="dialog"
      aria-expanded={open}
      title={t('topBar:withKeys', { words: t('title'), keys })}
      onClick={() => store.setState({ panel: open ? undefined : 'views', openView: undefined })}
    >
      <Bookmark size={14} aria-hidden /> {t('title')}
    </Button>
  );
}
