/** The page of one graph: palette, canvas, inspector, and the bar above. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ReactFlowProvider } from 'reactflow';
import { useStore } from 'zustand';
import { Canvas, type DraggedConnection } from '../canvas/Canvas';
import { createEdgeOps, createNodeOps } from '../canvas/gestures';
import { useCanvasActions } from '../canvas/use-canvas-actions';
import { CommandsContext, useShortcuts } from '../commands/commands-context';
import { isolated } from '../kit/bidi';
import { mayEdit } from '../store/access';
import { EditorContext } from '../store/editor-context';
import { rememberGraph } from '../store/recent-graphs';
import { Banners } from '../ui/access/Banners';
import { DeletedPage } from '../ui/access/DeletedPage';
import { NoWayIn } from '../ui/access/NoWayIn';
import { EdgeTypePicker } from '../ui/edge-type-picker/EdgeTypePicker';
import { Inspector } from '../ui/inspector/Inspector';
import { MessagePage } from '../ui/message-page/MessagePage';
import { Notices } from '../ui/notices/Notices';
import { Palette } from '../ui/palette/Palette';
import { TopBar } from '../ui/top-bar/TopBar';
import { UnkeptList } from '../ui/unkept/UnkeptList';
import { automationFor } from './automation';
import { browserStorage } from './browser-storage';
import { allCommands } from './commands';
import styles from './EditorPage.module.css';
import { onLinkPasted } from './keys/address-key';
import { type OpenGraph, openGraph } from './open-graph';

export function EditorPage({ room }: { room: string }) {
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
      <ReactFlowProvider>
        <Workspace graph={graph} room={room} />
      </ReactFlowProvider>
    </EditorContext>
  );
}

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
  const title = useStore(graph.store, (state) => state.title);
  const joined = useStore(graph.store, (state) => state.joined);
  useEffect(() => {
    if (!joined) return;
    const shown = title ?? 'Untitled graph';
    document.title = `${isolated(shown)} – Kumiko`;
    rememberGraph(browserStorage(), { room, title: shown, openedAt: Date.now() });
  }, [room, title, joined]);
}

function Workspace({ graph, room }: { graph: OpenGraph; room: string }) {
  const { store, flow, edit } = graph;
  const drawn = useStore(store, (state) => state.drawn);
  const joined = useStore(store, (state) => state.joined);
  const endReason = useStore(store, (state) => state.endReason);
  const ending = useStore(store, (state) => state.ending);
  const signIn = useStore(store, (state) => state.signIn);
  const restorableUntil = useStore(store, (state) => state.restorableUntil);
  const editable = useStore(store, mayEdit);
  const unsaved = useStore(store, (state) => state.pending.length > 0 && !state.keeping);
  const [connection, setConnection] = useState<DraggedConnection>();
  const area = useRef<HTMLElement>(null);
  const canvas = useCanvasActions(flow, () => area.current);
  const commands = useMemo(() => ({ all: allCommands, context: { editor: graph, canvas } }), [graph, canvas]);
  useShortcuts(commands);
  useUnsavedWarning(unsaved);
  useTitle(room, graph);

  const createNode = useCallback(
    (label: string, point: { x: number; y: number }) => {
      const { nodeId, ops } = createNodeOps(label, point);
      flow.selectWhenDrawn([nodeId]);
      store.setState({ toBeNamed: nodeId });
      void edit(ops);
    },
    [store, flow, edit],
  );
  const placeInMiddle = (label: string) => createNode(label, canvas.middle());
  const cancelConnection = useCallback(() => setConnection(undefined), []);

  if (ending === 'deleted' && restorableUntil !== undefined) {
    return <DeletedPage until={restorableUntil} onRestore={graph.restoreGraph} />;
  }
  if (signIn !== undefined && !joined) {
    return (
      <MessagePage title="Sign in to open this graph">
        <p>{signIn.reason}</p>
        {signIn.url !== undefined && <a href={signIn.url}>Sign in</a>}
      </MessagePage>
    );
  }
  if (endReason !== undefined && !joined) {
    if (ending === 'no_key' || ending === 'no_access') return <NoWayIn reason={endReason} />;
    return <MessagePage title="This graph cannot be opened">{<p>{endReason}</p>}</MessagePage>;
  }
  return (
    <CommandsContext value={commands}>
      <div className={styles['page']}>
        <TopBar />
        <Palette onPlace={placeInMiddle} />
        <main ref={area} className={styles['canvas']}>
          {drawn ? (
            <Canvas flow={flow} onDropLabel={createNode} onConnect={setConnection} />
          ) : (
            <p className={styles['loading']} role="status">
              {joined ? 'Starting the graph database …' : 'Opening the graph …'}
              {!joined && (
                <span className={styles['slow']}>
                  The server does not answer, and this browser has kept no copy of this graph. It opens as soon as the
                  server can be reached.
                </span>
              )}
            </p>
          )}
          <EmptyHint graph={graph} />
          <div className={styles['over']}>
            <Banners />
            <UnkeptList />
          </div>
          <Notices />
        </main>
        <Inspector />
        {connection !== undefined && editable && (
          <EdgeTypePicker
            {...connection}
            onCancel={cancelConnection}
            onPick={(type, isNew) => {
              setConnection(undefined);
              void edit(createEdgeOps(connection.source, connection.target, type, isNew));
            }}
          />
        )}
      </div>
    </CommandsContext>
  );
}

function EmptyHint({ graph }: { graph: OpenGraph }) {
  const empty = useStore(graph.store, (state) => state.drawn && state.nodes.size === 0 && state.rowsRevision > 0);
  const hasLabels = useStore(graph.store, (state) => state.labels.size > 0);
  const editable = useStore(graph.store, mayEdit);
  if (!empty) return null;
  const next = hasLabels
    ? 'Drag a label from the palette onto the canvas to make the first node.'
    : 'Make a label first, such as Person. Then drag it onto the canvas.';
  return <p className={styles['empty']}>{editable ? next : 'This graph is empty.'}</p>;
}
