/**
 * Opens a graph in this tab: the one place where replica, session, offline copy, undo, presence and what people see are
 * wired together.
 *
 * First what this browser kept of the graph is restored and shown, then the session goes to the server. All changes of
 * the replica's view, from wherever they come, go through `show`.
 */

import { computeInWorker } from '../algorithms/browser-algorithms';
import type { FlowStore } from '../canvas/flow-store';
import type { Asking } from '../console/asking';
import { spawnBrowserWorker } from '../engine/browser-worker';
import type { GraphEngine } from '../engine/graph-engine';
import { createKuzuEngine } from '../engine/kuzu-engine';
import { said } from '../i18n/said';
import { browserLocks } from '../offline/locks';
import { type OfflineRoom, openOfflineRoom } from '../offline/open-offline-room';
import { type Outcome, Replica } from '../replica/replica';
import { spawnSearchWorker } from '../search/browser-search';
import type { Searching } from '../search/search-answer';
import { SearchFeed } from '../search/search-feed';
import { PresenceLane } from '../session/presence-lane';
import { restore } from '../session/restore';
import { fetchSnapshot } from '../session/room-api';
import { openRoomSocket } from '../session/room-socket';
import { Session } from '../session/session';
import { must } from '../shared/assert';
import { realClock } from '../shared/clock';
import { hasChanges, type NetChanges } from '../shared/graph/changes';
import type { Op } from '../shared/graph/ops';
import { toSnapshot } from '../shared/graph/snapshot';
import { mintClientId } from '../shared/protocol/client-ids';
import { connectionState } from '../store/connection';
import type { Editor } from '../store/editor-context';
import {
  createEditorStore,
  dismissGone,
  listUnkept,
  notify,
  takeIntroduction,
  takeOwnEditing,
} from '../store/editor-store';
import { inverseOps } from '../undo/inverse-ops';
import type { KeptViews } from '../views/kept-views';
import { accessState } from './access-state';
import { browserStorage } from './browser-storage';
import { followViewFilter } from './kept-view-filter';
import { type LiveView, openLiveView } from './live-view';
import { Me } from './me';
import { ownEdits } from './own-edits';
import { onPageHint } from './page-hints';
import { patientAsking } from './patient-asking';
import { type Propose, proposing } from './proposals';
import { roomEntry } from './room-entry';
import { measureForRules } from './rule-measures';
import { keepViews } from './saved-views';
import { changesCaptions, searchedElement } from './searched-element';
import { together } from './together/together';
import { RemovedElements } from './unkept/removed-elements';
import { pendingText, unkeptChanges, type Witness } from './unkept/unkept-words';
import { waitingQueues } from './waiting-queues';

export interface OpenGraph extends Editor {
  /** The author of the edits of this tab. */
  readonly clientId: string;
  readonly engine: GraphEngine;
  readonly flow: FlowStore;
  readonly onGiven: LiveView['onGiven'];
  /** Asks what a person typed. */
  readonly asking: Asking;
  readonly searching: Searching;
  readonly views: KeptViews;
  /** Tries a statement that may write on a private copy, and shows what it would do (`store.proposal`). */
  readonly propose: Propose;
  /** Makes an edit without following it up: for scripts, which look at the outcome themselves. */
  submit(ops: readonly Op[]): Promise<Outcome>;
  /** Resolves when nothing is pending, what is on screen is true to the graph, and the offline copy is written. */
  settled(): Promise<void>;
  close(): void;
}

/** @param where the page's address; its host is the server's */
export function openGraph(room: string, where: Location): OpenGraph {
  const store = createEditorStore();
  const entry = roomEntry(room);
  const me = new Me();
  store.setState({ ...me.shown(undefined), role: entry.rememberedRole });
  const newClientId = () => mintClientId(entry.credentials.clientSecret);
  const replica = new Replica(newClientId());
  const view = openLiveView(store, () => replica.view);
  followViewFilter(store, browserStorage(), room);
  const stopMeasuring = measureForRules({ store, compute: computeInWorker, clock: realClock });
  const searching = new SearchFeed({
    graph: () => replica.view,
    read: searchedElement,
    changesCaptions,
    spawn: spawnSearchWorker,
  });
  const removed = new RemovedElements();
  const nameOf = (clientId: string) => begun?.session.nameOf(clientId);
  /** There once it is known what this browser kept of the room. */
  let begun: { readonly session: Session; readonly copy: OfflineRoom['copy'] } | undefined;
  let closed = false;
  /** Of a graph that was deleted, if the person can restore it. */
  let restorableUntil: number | undefined;

  const show = (changes: NetChanges, removedBy: ReadonlyMap<string, string> = new Map()) => {
    if (!hasChanges(changes)) return;
    edits.viewChanged(changes);
    removed.note(changes, removedBy);
    company.changed(changes, removedBy);
    view.show(changes);
    searching.changed(changes);
  };

  const progress = (restored = false) => {
    if (begun === undefined) return;
    const { session } = begun;
    const { joined, identity, ending } = store.getState();
    const isHere = joined || restored || session.phase === 'live';
    const { pending } = replica;
    const access = accessState(session, { pending, isEmptyHanded: entry.isEmptyHanded, restorableUntil });
    store.setState({
      ...access,
      ...(access.identity !== identity && me.shown(access.identity)),
      connection: connectionState(session.phase, navigator.onLine, replica.pending.length),
      joined: isHere,
      serverVersion: replica.serverVersion,
      pending: [...pending],
    });
    if (isHere && !joined) view.load();
    if (ending === undefined && (access.ending === 'deleted' || access.ending === 'no_access')) {
      void entry.restorableUntil().then(deleted);
    }
  };

  const deleted = (until: number | undefined) => {
    restorableUntil = until;
    progress();
  };

  const presence = new PresenceLane({
    send: (change) => begun?.session.showPresence(change),
    onPeers: (peers) => store.setState({ peers }),
    clock: realClock,
  });

  const witness = (): Witness => ({
    view: replica.view,
    removed: (id) => removed.get(id),
    nameOf,
  });

  const begin = ({ kept, copy }: OfflineRoom) => {
    if (closed) return copy.close();
    show(restore(replica, kept));
    const session = new Session({
      replica,
      roomEpoch: kept.base?.roomEpoch,
      clock: realClock,
      connect: (events) => openRoomSocket({ host: where.host, room, secure: where.protocol === 'https:' }, events),
      fetchSnapshot: (url) => entry.ask((pass) => fetchSnapshot(url, pass)),
      credentials: entry.credentials,
      rememberedRole: entry.rememberedRole,
      onAccess: entry.letIn,
      takeRebuilds: view.takeRebuilds,
      newClientId,
      person: () => me.said,
      copy,
      presence,
      onChanges: show,
      onHeard: (patches) => company.heard(patches),
      onSettled: (settled) => {
        const seen = witness();
        listUnkept(
          store,
          settled.flatMap((each) => unkeptChanges(each, seen)),
        );
      },
      onProgress: () => progress(),
      onTrouble: (sentence) => notify(store, said(sentence)),
    });
    begun = { session, copy };
    progress(kept.base !== undefined);
  };

  store.setState({ keeping: true });
  void openOfflineRoom(room, {
    indexedDB: window.indexedDB,
    locks: browserLocks(navigator),
    clock: realClock,
    confirmed: () => {
      const roomEpoch = begun?.session.roomEpoch;
      if (roomEpoch === undefined) return undefined;
      return { roomEpoch, version: replica.serverVersion, graph: toSnapshot(replica.confirmed) };
    },
    waiting: () => waitingQueues(replica.pending),
    onOrphan: (queue) => begun?.session.adopt(queue),
    onTrouble: (sentence) => notify(store, said(sentence)),
    onKeeping: (keeping) => store.setState({ keeping }),
  }).then(begin);

  const stopHints = onPageHint(() => {
    progress();
    begun?.session.hint();
    begun?.copy.look();
  });

  const company = together({
    store,
    removed,
    nameOf,
    clock: realClock,
    view: () => replica.view,
    edit: (ops) => edits.editInParts(ops),
  });

  const until = (holds: (state: ReturnType<typeof store.getState>) => boolean) =>
    new Promise<void>((resolve) => {
      if (holds(store.getState())) return resolve();
      const stop = store.subscribe((state) => {
        if (!holds(state)) return;
        stop();
        resolve();
      });
    });

  const whenJoined = () => until((state) => state.joined || state.endReason !== undefined);
  const edits = ownEdits({
    store,
    view: () => replica.view,
    submit: (ops) => must(begun, 'the session').session.submit(ops),
    opsPerPatch: () => begun?.session.limits?.opsPerPatch,
    whenJoined,
    onEdit: (changes) => company.edited(changes),
  });

  const currentGraph = () => toSnapshot(replica.view);
  const asking = patientAsking({
    engine: view.engine,
    openCopy: () => createKuzuEngine({ spawn: spawnBrowserWorker, currentGraph }),
    currentGraph,
  });
  const { engine, onGiven } = view;
  const views = keepViews({ store, engine, onGiven, asking, graph: () => replica.view, clock: realClock });

  const settled = async () => {
    do {
      await until((state) => state.connection === 'saved' && state.drawn);
      await view.idle();
      await begun?.copy.idle();
      await painted();
    } while (store.getState().connection !== 'saved');
  };

  return {
    get clientId() {
      return replica.clientId;
    },
    store,
    engine: view.engine,
    flow: view.flow,
    onGiven: view.onGiven,
    asking,
    searching,
    views,
    propose: proposing(store, () => replica.view),
    submit: edits.submit,
    edit: edits.edit,
    editInParts: edits.editInParts,
    undo: edits.undo,
    redo: edits.redo,
    restore: (gone) => {
      const { ops } = inverseOps(removed.removal(gone), replica.view, () => false);
      if (ops.length > 0) void edits.edit(ops);
      dismissGone(store, gone);
    },
    showPresence: (change) => {
      presence.set(change);
      if (change.editing !== undefined) takeOwnEditing(store, change.editing);
    },
    introduce: (person) => {
      const { identity } = store.getState();
      me.introduce(person, identity);
      takeIntroduction(store, me.shown(identity).me);
      begun?.session.introduce(me.said);
    },
    discardPending: () => begun?.session.discardPending(),
    copyPending: () => pendingText(replica.pending, witness()),
    links: entry.links,
    deleteGraph: async () => {
      const until = await entry.deleteGraph();
      deleted(until);
      return until;
    },
    restoreGraph: async () => {
      await entry.restoreGraph();
      window.location.reload();
    },
    linkTo: entry.linkTo,
    ownLink: entry.ownLink,
    settled,
    close: () => {
      closed = true;
      stopHints();
      company.close();
      presence.close();
      begun?.session.close();
      begun?.copy.close();
      searching.close();
      stopMeasuring();
      views.close();
      view.close();
    },
  };
}

/** Resolves after React and the browser have drawn what was set before. A hidden page is never drawn: then at once. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
