/** Everyone's saved views: the list of them, or the one that is open. Viewers look and open. */
import { X } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { useFocusBack } from '../../kit/use-focus-back';
import { useEditor, useEditorState } from '../../store/editor-context';
import { ViewList } from './ViewList';
import { ViewPage } from './ViewPage';
import styles from './Views.module.css';

export function ViewsPanel() {
  const open = useEditorState((state) => state.panel === 'views');
  return open ? <OpenPanel /> : null;
}

function OpenPanel() {
  const { t } = useTranslation('views');
  const { store } = useEditor();
  const view = useEditorState(({ views, openView }) => (openView === undefined ? undefined : views.get(openView)));
  const titleId = useId();
  useFocusBack();
  const close = () => store.setState({ panel: undefined });
  const onKeyDown = (event: KeyboardEvent) => {
    // Here the keys are about the panel, and not about what is selected on the canvas.
    if (['Escape', 'Delete', 'Backspace', 'Enter'].includes(event.key)) event.stopPropagation();
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
  };
  return (
    <div role="dialog" aria-labelledby={titleId} className={styles['panel']} onKeyDown={onKeyDown}>
      <header className={styles['head']}>
        <h2 id={titleId}>{t('title')}</h2>
        <Button look="quiet" autoFocus aria-label={t('close')} onClick={close}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      {view === undefined ? <ViewList /> : <ViewPage key={view.id} view={view} />}
    </div>
  );
}
