/** The query console: a dock under the canvas, and a sheet over the page where it is narrow. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asking, Writing } from '../../console/asking';
import { QueryConsole } from '../../console/query-console';
import type { HistoryStorage } from '../../console/query-history';
import { REGION } from '../../kit/regions';
import { useFocusBack } from '../../kit/use-focus-back';
import { useEditor, useEditorState } from '../../store/editor-context';
import { typedAgain } from '../../views/view-draft';
import { SaveViewForm } from '../views/SaveViewForm';
import styles from './ConsoleDock.module.css';
import { ConsoleContext, useConsoleState } from './console-context';
import { DockEdge } from './DockEdge';
import { DockHead } from './DockHead';
import { Parameters } from './Parameters';
import { Problem } from './Problem';
import { QueryField } from './QueryField';
import { Results } from './Results';
import { useDockHeight } from './use-dock-height';

interface ConsoleDockProps {
  readonly asking: Asking;
  readonly writing: Writing;
  readonly storage: HistoryStorage;
  readonly room: string;
}

/** What was typed, and what came of it, outlasts the dock's being closed. */
export function ConsoleDock({ asking, writing, storage, room }: ConsoleDockProps) {
  const open = useEditorState((state) => state.consoleOpen);
  const console = useMemo(() => new QueryConsole({ asking, writing, storage, room }), [asking, writing, storage, room]);
  useAsked(console);
  return <ConsoleContext value={console}>{open && <OpenDock storage={storage} />}</ConsoleContext>;
}

/** Runs what is wanted from elsewhere on the page. */
function useAsked(console: QueryConsole): void {
  const { store } = useEditor();
  const toAsk = useEditorState((state) => state.toAsk);
  useEffect(() => {
    if (toAsk === undefined) return;
    store.setState({ toAsk: undefined });
    console.type(toAsk);
    void console.run();
  }, [store, console, toAsk]);
  const viewToEdit = useEditorState((state) => state.viewToEdit);
  useEffect(() => {
    if (viewToEdit === undefined) return;
    const view = store.getState().views.get(viewToEdit);
    store.setState({ viewToEdit: undefined });
    if (view === undefined) return;
    console.takeView(view, typedAgain(view));
    void console.run();
  }, [store, console, viewToEdit]);
}

function Saving() {
  const saving = useConsoleState((state) => state.saving);
  return saving && <SaveViewForm key={saving.begun?.id} begun={saving.begun} />;
}

function OpenDock({ storage }: Pick<ConsoleDockProps, 'storage'>) {
  const { t } = useTranslation('console');
  const { store } = useEditor();
  const [dock, setDock] = useState<HTMLElement | null>(null);
  const height = useDockHeight(storage, dock);
  const leave = useCallback(() => store.setState({ consoleOpen: false }), [store]);
  useFocusBack();
  return (
    <section
      {...REGION}
      ref={setDock}
      aria-label={t('title')}
      className={styles['dock']}
      style={{ '--dock-height': `${height.value}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
        event.stopPropagation();
        leave();
      }}
    >
      <DockEdge height={height} />
      <DockHead onLeave={leave} />
      <Saving />
      <div className={styles['parts']}>
        <div className={styles['asking']}>
          <QueryField onLeave={leave} />
          <Parameters />
          <Problem />
        </div>
        <Results />
      </div>
    </section>
  );
}
