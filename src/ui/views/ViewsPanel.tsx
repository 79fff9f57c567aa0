/** Everyone's saved views: the list of them, or the one that is open. Viewers look and open. */
import { useTranslation } from 'react-i18next';
import { useEditor, useEditorState } from '../../store/editor-context';
import { SidePanel } from '../side-panel/SidePanel';
import { ViewList } from './ViewList';
import { ViewPage } from './ViewPage';

export function ViewsPanel() {
  const open = useEditorState((state) => state.panel === 'views');
  return open ? <OpenPanel /> : null;
}

function OpenPanel() {
  const { t } = useTranslation('views');
  const { store } = useEditor();
  const view = useEditorState(({ views, openView }) => (openView === undefined ? undefined : views.get(openView)));
  const close = () => store.setState({ panel: undefined });
  return (
    <SidePanel title={t('title')} closeLabel={t('close')} onClose={close} width={420} extent="tall">
      {view === undefined ? <ViewList /> : <ViewPage key={view.id} view={view} />}
    </SidePanel>
  );
}
