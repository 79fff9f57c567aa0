/**
 * What people see of the graph: the engine that shows the replica's view, the rows asked of it, and the canvas. The way of
 * a change: the schema in the store → the engine → the rows asked anew → store and canvas. The first two happen in the
 * turn of the change, so that what a rebuilt engine is filled with is never older than the changes it was given.
 */
import { FlowStore } from '../canvas/flow-store';
import { RowFeed } from '../canvas/row-feed';
import { ShownRows } from '../canvas/shown-rows';
import { spawnBrowserWorker } from '../engine/browser-worker';
import type { GraphEngine } from '../engine/graph-engine';
import { createKuzuEngine } from '../engine/kuzu-engine';
import { withRemadeEdges } from '../engine/remade-edges';
import { saidOf } from '../i18n/said';
import { realClock } from '../shared/clock';
import type { NetChanges } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import { toSnapshot } from '../shared/graph/snapshot';
import { type EditorStore, notify, takeRowUpdate, takeSchemaChanges, takeSelection } from '../store/editor-store';
import { isBulk } from './bulk';
import { watchEngine } from './engine-audit';

export type GivenListener = (changes: NetChanges | undefined) => void;

export interface LiveView {
  readonly engine: GraphEngine;
  readonly flow: FlowStore;
  /** The graph changed. Until the graph has been here once (`store.joined`), there is nothing to show changes in. */
  show(changes: NetChanges): void;
  /** Shows the whole graph anew. */
  load(): void;
  /**
   * Has `listener` told what the engine was given, right after: changes, with the edges at nodes that got another label
   * (`engine/remade-edges.ts`), or undefined when it was filled anew. @returns ends it
   */
  onGiven(listener: GivenListener): () => void;
  /** Resolves when what is on screen is true to the graph. */
  idle(): Promise<void>;
  /** How often the engine was built anew since this was last called. */
  takeRebuilds(): number;
  close(): void;
}

/** @param graph the graph as it is now, with every change in it that `show` was ever called with */
export function openLiveView(store: EditorStore, graph: () => GraphView): LiveView {
  const flow = new FlowStore((nodes, edges) => takeSelection(store, nodes, edges));
  const shown = new ShownRows(store.getState);
  flow.state.subscribe(({ nodes }) => {
    if (nodes.length !== store.getState().shownNodes) store.setState({ shownNodes: nodes.length });
  });
  const stopFiltering = store.subscribe(({ viewFilter }, before) => {
    const update = viewFilter === before.viewFilter ? undefined : shown.refilter();
    if (update !== undefined) flow.take(update);
  });
  const stopLocking = store.subscribe(({ lockedNodes }, before) => {
    if (lockedNodes !== before.lockedNodes) flow.lock(lockedNodes);
  });
  const stopSizing = store.subscribe(({ labels, measure, ruled }, before) => {
    const isSame = labels === before.labels && measure === before.measure && ruled === before.ruled;
    if (!isSame) flow.restyle({ labels, measure, ruled });
  });
  const trouble = (error: unknown) => {
    console.error(error);
    notify(store, error instanceof Error ? saidOf(error) : String(error));
  };
  let rebuilds = 0;
  const listeners = new Set<GivenListener>();
  const tell: GivenListener = (changes) => {
    for (const listener of listeners) listener(changes);
  };
  const engine = createKuzuEngine({
    spawn: spawnBrowserWorker,
    currentGraph: () => toSnapshot(graph()),
    onRebuild: (reason) => {
      console.info(`The graph database was built anew: ${reason}`);
      rebuilds += 1;
      audit.rebuilt();
    },
  });
  const rows = new RowFeed(
    engine,
    store,
    (update) => {
      takeRowUpdate(store, update);
      flow.take(shown.take(update));
    },
    trouble,
  );
  const load = () => {
    engine.load(toSnapshot(graph())).catch(trouble);
    rows.reload();
    tell(undefined);
  };
  const audit = watchEngine({
    clock: realClock,
    engine,
    graph,
    onDifference: (differences) => {
      console.error(`The graph database was not true to the graph and is filled anew: ${differences.join('; ')}`);
      load();
    },
  });
  const show = (changes: NetChanges) => {
    takeSchemaChanges(store, changes);
    if (!store.getState().joined) return;
    audit.changed();
    if (isBulk(changes, graph())) return load();
    const given = withRemadeEdges(changes, graph());
    engine.apply(given).catch(trouble);
    rows.changed(changes);
    tell(given);
  };
  const close = () => {
    stopFiltering();
    stopLocking();
    stopSizing();
    audit.stop();
    engine.dispose();
  };
  const takeRebuilds = () => {
    const taken = rebuilds;
    rebuilds = 0;
    return taken;
  };
  const onGiven = (listener: GivenListener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { engine, flow, show, load, onGiven, idle: () => rows.idle(), takeRebuilds, close };
}
