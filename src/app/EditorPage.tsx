/** The page of one graph: palette, canvas, inspector, and the bar above. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReactFlowProvider } from 'reactflow';
import { useStore } from 'zustand';
import { computeInWorker } from '../algorithms/browser-algorithms';
import { Canvas } from '../canvas/Canvas';
import { elementAt } from '../canvas/element-at';
import { useCanvasActions } from '../canvas/use-canvas-actions';
import type { MakingGestures } from '../canvas/use-making';
import { listenToClipboard } from '../clipboard/clipboard-events';
import { CommandsContext, useShortcuts } from '../commands/commands-context';
import { beginConnectedNode, beginEdge, beginNode, freeSpot, makeNode } from '../commands/making';
import type { Writing } from '../console/asking';
import { said } from '../i18n/said';
import { isolated } from '../kit/bidi';
import { mayEdit } from '../store/access';
import { EditorContext } from '../store/editor-context';
import { rememberGraph } from '../store/recent-graphs';
import { Banners } from '../ui/access/Banners';
import { DeletedPage } from '../ui/access/DeletedPage';
import { NoWayIn } from '../ui/access/NoWayIn';
import { AlgorithmsPanel } from '../ui/algorithms/AlgorithmsPanel';
import { Announcer } from '../ui/announcer/Announcer';
import { CommandPalette } from '../ui/command-palette/CommandPalette';
import { ConsoleDock } from '../ui/console/ConsoleDock';
import { ContextMenus } from '../ui/context-menu/ContextMenus';
import { EmptyCanvas } from '../ui/empty-canvas/EmptyCanvas';
import { Exploring } from '../ui/explore/Exploring';
import { PathPanel } from '../ui/explore/PathPanel';
import { FindPanel } from '../ui/find/FindPanel';
import { FirstSteps } from '../ui/first-steps/FirstSteps';
import { FollowBar, FollowFrame } from '../ui/following/FollowBar';
import { HelpSheet } from '../ui/help-sheet/HelpSheet';
import { ImportDialog } from '../ui/import-dialog/ImportDialog';
import { Inspector } from '../ui/inspector/Inspector';
import { LanguageSwitch } from '../ui/language-switch/LanguageSwitch';
import { LayoutProgress } from '../ui/layout-progress/LayoutProgress';
import { MessagePage } from '../ui/message-page/MessagePage';
import { Notices } from '../ui/notices/Notices';
import { Palette } from '../ui/palette/Palette';
import { PastePanel } from '../ui/paste-preview/PastePanel';
import { ProposalBar } from '../ui/proposal/ProposalBar';
import { SaveProgress } from '../ui/save-progress/SaveProgress';
import { SchemaPanel } from '../ui/schema/SchemaPanel';
import { Legends } from '../ui/styling/Legends';
import { StylingPanel } from '../ui/styling/StylingPanel';
import { TopBar } from '../ui/top-bar/TopBar';
import { TypePanel } from '../ui/type-panel/TypePanel';
import { UnkeptList } from '../ui/unkept/UnkeptList';
import { ViewBar } from '../ui/view-filter/ViewBar';
import { CheckIndicator } from '../ui/views/CheckIndicator';
import { ViewsPanel } from '../ui/views/ViewsPanel';
import { ViewsContext } from '../views/kept-views';
import { automationFor } from './automation';
import { browserStorage } from './browser-storage';
import { chooseLanguage } from './choose-language';
import { allCommands } from './commands';
import styles from './EditorPage.module.css';
import { onLinkPasted } from './keys/address-key';
import { MakingPicker } from './making/MakingPicker';
import { type OpenGraph, openGraph } from './open-graph';
import { schemaPorts } from './schema-ports';

interface EditorPageProps {
  readonly room: string;
  /** A file that was opened on the start page: it is shown, to be imported. */
  readonly toImport?: File | undefined;
}

export function EditorPage({ room, toImport }: EditorPageProps) {
  const [graph, setGraph] = useState<OpenGraph>();
  useEffect(() => {
    const opened = openGraph(room, window.location);
    window.kumiko = automationFor(opened);
    setGraph(opened);
    const stopWatching = onLinkPasted(() => window.location.reload());
    return () => {
      stopWatching();
      window.kumiko = undefined;
      opened.close();
    };
  }, [room]);
  return graph === undefined ? null : (
    <EditorContext value={graph}>
      <ViewsContext value={graph.views}>
        <ReactFlowProvider>
          <Workspace graph={graph} room={room} toImport={toImport} />
        </ReactFlowProvider>
      </ViewsContext>
    </EditorContext>
  );
}

/** Where the console keeps what was asked. */
const consoleStorage = browserStorage();

/** Asks before the tab is closed while something has reached neither the server nor this browser's storage. */
function useUnsavedWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

function useTitle(room: string, graph: OpenGraph): void {
  const { t } = useTranslation('page');
  const title = useStore(graph.store, (state) => state.title);
  const joined = useStore(graph.store, (state) => state.joined);
  useEffect(() => {
    if (!joined) return;
    const shown = title ?? t('untitled');
    document.title = t('tabTitle', { title: isolated(shown) });
    rememberGraph(browserStorage(), { room, title: shown, openedAt: Date.now() });
  }, [room, title, joined, t]);
}

function Workspace({ graph, room, toImport }: EditorPageProps & { readonly graph: OpenGraph }) {
  const { t } = useTranslation('page');
  const { store, flow } = graph;
  const drawn = useStore(store, (state) => state.drawn);
  const joined = useStore(store, (state) => state.joined);
  const endReason = useStore(store, (state) => state.endReason);
  const ending = useStore(store, (state) => state.ending);
  const signIn = useStore(store, (state) => state.signIn);
  const restorableUntil = useStore(store, (state) => state.restorableUntil);
  const unsaved = useStore(store, (state) => state.pending.length > 0 && !state.keeping);
  const area = useRef<HTMLElement>(null);
  const canvas = useCanvasActions(flow, () => area.current);
  const commands = useMemo(() => ({ all: allCommands, context: { editor: graph, canvas } }), [graph, canvas]);
  useShortcuts(commands);
  useUnsavedWarning(unsaved);
  useTitle(room, graph);

  const { context } = commands;
  const schema = useMemo(() => schemaPorts(graph), [graph]);
  const writing = useMemo<Writing>(
    () => ({
      isAllowed: () => mayEdit(store.getState()),
      propose: async ({ cypher, parameters }, { limitMs, signal }) => {
        const spot = freeSpot(canvas.middle(), store.getState());
        return (await graph.propose(cypher, { parameters, limitMs, signal, spot })).changes;
      },
    }),
    [graph, store, canvas],
  );
  useEffect(() => listenToClipboard(context), [context]);
  const gestures = useMemo<MakingGestures>(
    () => ({
      onDropLabel: (label, point) => makeNode(context, { label, newLabel: false, point }),
      onCreate: (point) => beginNode(context, point),
      onConnect: (from, to, point) => beginEdge(context, from, to, point),
      onConnectToEmpty: (from, point) => beginConnectedNode(context, from, point),
    }),
    [context],
  );
  const placeInMiddle = (label: string) =>
    makeNode(context, { label, newLabel: false, point: freeSpot(canvas.middle(), store.getState()) });

  if (ending === 'deleted' && restorableUntil !== undefined) {
    return <DeletedPage until={restorableUntil} onRestore={graph.restoreGraph} />;
  }
  if (signIn !== undefined && !joined) {
    return (
      <MessagePage title={t('signInToOpen')}>
        <p>{said(signIn.reason)}</p>
        {signIn.url !== undefined && <a href={signIn.url}>{t('signIn')}</a>}
      </MessagePage>
    );
  }
  if (endReason !== undefined && !joined) {
    if (ending === 'no_key' || ending === 'no_access') return <NoWayIn reason={endReason} />;
    return <MessagePage title={t('cannotOpen')}>{<p>{said(endReason)}</p>}</MessagePage>;
  }
  return (
    <CommandsContext value={commands}>
      <div className={styles['page']}>
        <TopBar>
          <CheckIndicator />
          <LanguageSwitch compact onChoose={chooseLanguage} />
        </TopBar>
        <Palette onPlace={placeInMiddle} />
        <FirstSteps storage={browserStorage()} />
        <div className={styles['middle']}>
          <main ref={area} className={styles['canvas']}>
            {drawn ? (
              <ContextMenus targetAt={elementAt}>
                <Canvas flow={flow} gestures={gestures} />
              </ContextMenus>
            ) : (
              <p className={styles['loading']} role="status">
                {t(joined ? 'starting' : 'opening')}
                {!joined && <span className={styles['slow']}>{t('slow')}</span>}
              </p>
            )}
            <EmptyCanvas />
            <FollowFrame />
            <div className={styles['over']}>
              <FollowBar />
              <Banners />
              <LayoutProgress />
              <SaveProgress />
              <ProposalBar />
              <UnkeptList />
              <ViewBar />
              <PathPanel />
            </div>
            <FindPanel searching={graph.searching} />
            <TypePanel />
            <AlgorithmsPanel compute={computeInWorker} />
            <StylingPanel />
            <Legends compute={computeInWorker} />
            <SchemaPanel ports={schema} />
            <ViewsPanel />
            <Notices />
          </main>
          <ConsoleDock asking={graph.asking} writing={writing} storage={consoleStorage} room={room} />
        </div>
        <Inspector />
        <Announcer />
        <MakingPicker />
        <Exploring engine={graph.engine} />
        <CommandPalette storage={browserStorage()} />
        <HelpSheet />
        <PastePanel />
        <ImportDialog given={toImport} />
      </div>
    </CommandsContext>
  );
}
