/**
 * The saved views of the open graph, kept true as far as anyone looks: checks always, the numbers while the panel lists
 * them, the view that is open in it, and the one that filters the canvas.
 */
import { dequal } from 'dequal';
import { createStore } from 'zustand/vanilla';
import { elementsIn } from '../console/answer-elements';
import type { Asking } from '../console/asking';
import { FIRST_LIMIT } from '../console/query-console';
import { type GraphEngine, QueryTimeoutError } from '../engine/graph-engine';
import { t } from '../i18n/i18n';
import { isolated } from '../kit/bidi';
import type { Clock } from '../shared/clock';
import type { GraphView } from '../shared/graph/graph';
import type { SavedView, ViewId } from '../shared/graph/saved-views';
import type { EditorState, EditorStore } from '../store/editor-store';
import { notify } from '../store/editor-store';
import { filteredByView, type ViewElements, withViewShown } from '../store/view-filter';
import { isCheck } from '../views/checks';
import { type KeptViews, NO_ANSWERS, type ViewAnswers } from '../views/kept-views';
import { LiveViews } from '../views/live-views';
import { parametersOf, type ViewAnswer } from '../views/view-answer';
import { checkNews } from './check-news';
import type { GivenListener } from './live-view';

export interface SavedViewsPorts {
  readonly store: EditorStore;
  readonly engine: Pick<GraphEngine, 'ask'>;
  readonly onGiven: (listener: GivenListener) => () => void;
  readonly asking: Asking;
  readonly graph: () => Pick<GraphView, 'get'>;
  readonly clock: Clock;
}

export interface SavedViews extends KeptViews {
  close(): void;
}

export function keepViews(ports: SavedViewsPorts): SavedViews {
  const { store } = ports;
  const state = createStore<ViewAnswers>(() => NO_ANSWERS);
  const tellNews = checkNews(store);
  const stopping = new AbortController();

  const take = (view: SavedView, answer: ViewAnswer) => {
    const { answers } = state.getState();
    const before = answers.get(view.id);
    tellNews(view, before, answer);
    if (store.getState().viewFilter.byView?.id === view.id) tellTrouble(store, view, before, answer);
    state.setState({ answers: new Map(answers).set(view.id, answer) });
    if (answer.status !== 'answered' || answer.elements === undefined) return;
    const shows = withEnds(answer.elements, ports.graph());
    store.setState(({ viewFilter }) => ({ viewFilter: withViewShown(viewFilter, view.id, shows) }));
  };
  const live = new LiveViews({
    engine: ports.engine,
    clock: ports.clock,
    types: () => {
      const { labels, edgeTypes } = store.getState();
      return [...labels.values(), ...edgeTypes.values()].map(({ name }) => name);
    },
    onAnswer: (id, answer) => {
      const view = store.getState().views.get(id);
      if (view !== undefined) take(view, answer);
    },
  });

  let watched = '';
  const look = (now: EditorState, before: EditorState) => {
    const wanted = now.joined ? [...now.views.values()].filter((view) => isLookedAt(view, now)) : [];
    const ids = wanted.map(({ id }) => id).join();
    if (ids === watched && now.views === before.views) return;
    watched = ids;
    // What a view came to before its query was changed is nothing to go by.
    const stays = new Set(wanted.filter((view) => asksTheSame(view, before.views.get(view.id))).map(({ id }) => id));
    state.setState(({ answers }) => ({ answers: new Map([...answers].filter(([id]) => stays.has(id))) }));
    live.watch(wanted);
  };
  const isOfViews = (now: EditorState, before: EditorState) =>
    now.views !== before.views ||
    now.joined !== before.joined ||
    now.panel !== before.panel ||
    now.openView !== before.openView ||
    now.viewFilter.byView?.id !== before.viewFilter.byView?.id;
  const stopLooking = store.subscribe((now, before) => {
    if (!isOfViews(now, before)) return;
    leaveLost(store, now, before);
    look(store.getState(), before);
  });
  const stopListening = ports.onGiven((changes) => live.given(changes));

  const setRunning = (id: ViewId, isRunning: boolean) =>
    state.setState(({ running }) => {
      const next = new Set(running);
      if (isRunning) next.add(id);
      else next.delete(id);
      return { running: next };
    });
  const askAtLength = async (view: SavedView): Promise<ViewAnswer> => {
    const question = { cypher: view.query, parameters: parametersOf(view) };
    const options = { limitMs: FIRST_LIMIT, signal: stopping.signal, onCopy: () => {} };
    try {
      const { answer } = await ports.asking.ask(question, options);
      const elements = view.shows === 'filter' ? elementsIn(answer.rows) : undefined;
      return { status: 'answered', answer, elements, asOf: Date.now() };
    } catch (error) {
      if (error instanceof QueryTimeoutError) return { status: 'tooSlow' };
      return { status: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  };
  return {
    state,
    runNow: async (id) => {
      const view = store.getState().views.get(id);
      if (view === undefined || state.getState().running.has(id)) return;
      setRunning(id, true);
      const answer = await askAtLength(view);
      setRunning(id, false);
      if (!stopping.signal.aborted && store.getState().views.get(id) === view) take(view, answer);
    },
    close: () => {
      stopLooking();
      stopListening();
      stopping.abort();
      live.close();
    },
  };
}

function asksTheSame(view: SavedView, before: SavedView | undefined): boolean {
  if (view.query !== before?.query || view.shows !== before.shows) return false;
  return dequal(view.parameters, before.parameters);
}

function isLookedAt(view: SavedView, { panel, openView, viewFilter }: EditorState): boolean {
  if (isCheck(view) || viewFilter.byView?.id === view.id) return true;
  if (panel !== 'views') return false;
  return openView === view.id || (openView === undefined && view.shows === 'number');
}

/** Edges are shown with their ends; where a view has no edges, those between its nodes are. */
function withEnds(
  { nodes, edges }: { nodes: ViewElements['nodes']; edges: ReadonlySet<string> },
  graph: Pick<GraphView, 'get'>,
) {
  if (edges.size === 0) return { nodes, edges: undefined };
  const ends = [...edges].flatMap((id) => {
    const edge = graph.get('edge', id);
    return edge === undefined ? [] : [edge.source, edge.target];
  });
  return { nodes: new Set([...nodes, ...ends]), edges };
}

/** A view that the person has open, or that filters their canvas, may be deleted by anyone, or made something else. */
function leaveLost(store: EditorStore, now: EditorState, before: EditorState): void {
  if (!now.joined || (now.views === before.views && before.joined)) return;
  const { openView, viewFilter } = now;
  const filtering = viewFilter.byView?.id;
  if (openView !== undefined && !now.views.has(openView)) {
    store.setState({ openView: undefined });
    const name = before.views.get(openView)?.name;
    if (name !== undefined && now.panel === 'views') notify(store, deletedWords(name));
  }
  if (filtering !== undefined && now.views.get(filtering)?.shows !== 'filter') {
    store.setState({ viewFilter: filteredByView(viewFilter, undefined) });
    const view = before.views.get(filtering);
    if (view !== undefined)
      notify(store, { text: t('views:filterGone', { name: isolated(view.name) }), passing: true });
  }
}

/** The canvas stays as it is: only the message says that it does not follow any more. */
function tellTrouble(store: EditorStore, { name }: SavedView, before: ViewAnswer | undefined, now: ViewAnswer): void {
  if (now.status === 'answered' || now.status === before?.status) return;
  const action = {
    words: t('views:look'),
    run: () => store.setState({ panel: 'views', openView: undefined }),
    changes: false,
  };
  notify(store, { text: t('views:filterStopped', { name: isolated(name) }), action, topic: 'filtering view' });
}

const deletedWords = (name: string) => ({ text: t('views:openGone', { name: isolated(name) }), passing: true });
