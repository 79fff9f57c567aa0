/** Opens and closes the schema, from where labels are. */
import { Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SCHEMA_KEYS } from '../../commands/schema-commands';
import { shortcutWords } from '../../commands/shortcut';
import { Button } from '../../kit/Button';
import { useEditor, useEditorState } from '../../store/editor-context';

export function SchemaButton() {
  const { t } = useTranslation(['schemaPanel', 'topBar']);
  const { store } = useEditor();
  const open = useEditorState((state) => state.panel === 'schema');
  const keys = shortcutWords(SCHEMA_KEYS, navigator.platform);
  return (
    <Button
      look="quiet"
      aria-label={t('title')}
      aria-haspopup="dialog"
      aria-expanded={open}
      title={t('topBar:withKeys', { words: t('title'), keys })}
      onClick={() => store.setState({ panel: open ? undefined : 'schema' })}
    >
      <Waypoints size={15} aria-hidden />
    </Button>
  );
}
