/**
 * Opens a graph in this tab: the one place where replica, session, engine, rows and canvas are wired together.
 *
 * The way of a change: the replica's view changes → the schema in the store → the engine → the rows asked anew →
 * store and canvas. The first two happen in one turn, so that what a rebuilt engine is filled with is never older than
 * the changes it was given.
 */

import { FlowStore } from '../canvas/flow-store';
import { RowFeed } from '../canvas/row-feed';
import { spawnBrowserWorker } from '../engine/browser-worker';
import type { GraphEngine } from '../engine/graph-engine';
import { createKuzuEngine } from '../engine/kuzu-engine';
import { type Outcome, Replica } from '../replica/replica';
import { fetchSnapshot } from '../session/room-api';
import { openRoomSocket } from '../session/room-socket';
import { Session } from '../session/session';
import { hasChanges, type NetChanges } from '../shared/graph/changes';
import { newClientId } from '../shared/graph/new-ids';
import type { Op } from '../shared/graph/ops';
import { toSnapshot } from '../shared/graph/snapshot';
import { connectionState } from '../store/connection';
import type { Editor } from '../store/editor-context';
import { createEditorStore, notify, takeRowUpdate, takeSchemaChanges, takeSelection } from '../store/editor-store';
import { isBulk } from './bulk';
import { outcomeInWords } from './outcome-words';

export interface OpenGraph extends Editor {
  readonly clientId: string;
  readonly engine: GraphEngine;
  readonly flow: FlowStore;
  /** Makes an edit without following it up: for scripts, which look at the outcome themselves. */
  submit(ops: readonly Op[]): Promise<Outcome>;
  /** Resolves when nothing is pending and what is on screen is true to the graph. */
  settled(): Promise<void>;
  close(): void;
}

/** @param where the page's address; its host is the server's */
export function openGraph(room: string, where: Location): OpenGraph {
  const clientId = newClientId();
  const store = createEditorStore();
  const replica = new Replica(clientId);
  const flow = new FlowStore((nodes, edges) => takeSelection(store, nodes, edges));
  const trouble = (error: unknown) => {
    console.error(error);
    notify(store, error instanceof Error ? error.message : String(error));
  };

  const engine = createKuzuEngine({
    spawn: spawnBrowserWorker,
    currentGraph: () => toSnapshot(replica.view),
    onRebuild: (reason) => console.info(`The graph database was built anew: ${reason}`),
  });
  const takeRows: ConstructorParameters<typeof RowFeed>[2] = (update) => {
    takeRowUpdate(store, update);
    flow.take(update);
  };
  const rows = new RowFeed(engine, store, takeRows, trouble);

  const show = (changes: NetChanges) => {
    if (!hasChanges(changes)) return;
    takeSchemaChanges(store, changes);
    // Until the graph has been here once there is nothing to show changes in.
    if (!store.getState().joined) return;
    if (isBulk(changes, replica.view)) return load();
    engine.apply(changes).catch(trouble);
    rows.changed(changes);
  };
  const load = () => {
    engine.load(toSnapshot(replica.view)).catch(trouble);
    rows.reload();
  };

  const session: Session = new Session({
    clientId,
    replica,
    connect: (events) => openRoomSocket({ host: where.host, room, secure: where.protocol === 'https:' }, events),
    fetchSnapshot,
    onChanges: show,
    onProgress: () => progress(),
    onTrouble: (sentence) => notify(store, sentence),
  });
  const progress = () => {
    const live = session.phase === 'live';
    const first = live && !store.getState().joined;
    store.setState({
      connection: connectionState(session.phase, navigator.onLine, replica.pending.length),
      joined: live || store.getState().joined,
      serverVersion: replica.serverVersion,
      pending: [...replica.pending],
      endReason: session.endReason,
    });
    if (first) load();
  };
  window.addEventListener('online', progress);
  window.addEventListener('offline', progress);

  const submit = async (ops: readonly Op[]) => {
    await until((state) => state.joined || state.endReason !== undefined);
    return session.submit(ops);
  };
  const edit = async (ops: readonly Op[]) => {
    const outcome = await submit(ops);
    const words = outcomeInWords(outcome);
    if (words !== undefined) notify(store, words);
    return outcome;
  };
  const until = (holds: (state: ReturnType<typeof store.getState>) => boolean) =>
    new Promise<void>((resolve) => {
      if (holds(store.getState())) return resolve();
      const stop = store.subscribe((state) => {
        if (!holds(state)) return;
        stop();
        resolve();
      });
    });
  const settled = async () => {
    do {
      await until((state) => state.connection === 'saved' && state.drawn);
      await rows.idle();
      await painted();
    } while (store.getState().connection !== 'saved');
  };
  const close = () => {
    window.removeEventListener('online', progress);
    window.removeEventListener('offline', progress);
    session.close();
    engine.dispose();
  };
  return { clientId, store, engine, flow, submit, edit, settled, close };
}

/** Resolves after React and the browser have drawn what was set before. A hidden page is never drawn: then at once. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
