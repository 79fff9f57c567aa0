/**
 * A screen for tests: the real engine in Node, the real store, canvas and row feed, over a plain graph. What is asked of
 * the engine is noted on its way, and can be made to fail.
 */
import { expect } from 'vitest';
import type { GraphEngine, QueryParameters } from '../../engine/graph-engine';
import { pairKey } from '../../kit/edge-geometry';
import type { NetChanges } from '../../shared/graph/changes';
import type { GraphView } from '../../shared/graph/graph';
import { createEditorStore, type EditorStore, takeRowUpdate, takeSchemaChanges } from '../../store/editor-store';
import type { RowUpdate } from '../../store/rows';
import { rowsOf } from '../../store/testing/rows-of-graph';
import { FlowStore } from '../flow-store';
import { RowFeed } from '../row-feed';

export interface Question {
  readonly cypher: string;
  readonly parameters: QueryParameters | undefined;
}

export class Screen {
  readonly store: EditorStore = createEditorStore();
  readonly flow = new FlowStore(() => {});
  readonly feed: RowFeed;
  /** What was asked of the engine, in order. */
  readonly questions: Question[] = [];
  readonly updates: RowUpdate[] = [];
  /** What the feed could not mend by itself. */
  readonly troubles: unknown[] = [];
  /** Questions that are to fail, from now on. */
  failures = 0;
  readonly #applied: Promise<void>[] = [];
  /** Is told of each update after it was taken. */
  onUpdate: () => void = () => {};

  /**
   * @param engine the real one; it shows what `graph` gives at first
   * @param graph what is to be shown, as it is now
   */
  constructor(
    private readonly engine: GraphEngine,
    private readonly graph: () => GraphView,
  ) {
    const noting: GraphEngine = {
      load: (snapshot) => engine.load(snapshot),
      apply: (changes) => engine.apply(changes),
      dispose: () => engine.dispose(),
      ask: (cypher, parameters, limits) => engine.ask(cypher, parameters, limits),
      query: (cypher, parameters) => {
        this.questions.push({ cypher, parameters });
        if (this.failures === 0) return engine.query(cypher, parameters);
        this.failures -= 1;
        return Promise.reject(new Error('made to fail'));
      },
    };
    this.feed = new RowFeed(
      noting,
      this.store,
      (update) => {
        this.updates.push(update);
        takeRowUpdate(this.store, update);
        this.flow.take(update);
        this.onUpdate();
      },
      (error) => this.troubles.push(error),
    );
  }

  /** Tells everyone of changes, in the order the page does. Answers come later: `feed.idle()`. */
  change(changes: NetChanges): void {
    takeSchemaChanges(this.store, changes);
    this.#applied.push(this.engine.apply(changes));
    this.feed.changed(changes);
  }

  /** The questions since the last call. */
  asked(): Question[] {
    return this.questions.splice(0);
  }

  /** Waits for the answers, and fails unless rows, counts and canvas show exactly the graph. */
  async expectTrue(): Promise<void> {
    await Promise.all(this.#applied.splice(0));
    await this.feed.idle();
    expect(this.troubles).toEqual([]);
    const { nodes, edges, counts } = rowsOf(this.graph());
    const state = this.store.getState();
    expect(byKey(state.nodes)).toEqual(byKey(nodes));
    expect(byKey(state.edges)).toEqual(byKey(edges));
    for (const [name, count] of counts) expect([name, state.counts.get(name)]).toEqual([name, count]);
    this.#expectCanvasTrue();
  }

  #expectCanvasTrue(): void {
    const { nodes, edges } = this.store.getState();
    const shown = this.flow.state.getState();
    expect(byKey(new Map(shown.nodes.map((node) => [node.id, node.data.row])))).toEqual(byKey(nodes));
    expect(byKey(new Map(shown.edges.map((edge) => [edge.id, edge.data?.row])))).toEqual(byKey(edges));
    const lanes = new Map<string, number[]>();
    for (const { source, target, data } of shown.edges) {
      if (data === undefined) continue;
      expect([source, target]).toEqual([data.row.source, data.row.target]);
      lanes.set(pairKey(data.row), [...(lanes.get(pairKey(data.row)) ?? []), data.lane]);
    }
    for (const taken of lanes.values()) expect(taken.toSorted((a, b) => a - b)).toEqual([...taken.keys()]);
    for (const { data } of shown.edges) expect(data?.lanes).toBe(data && lanes.get(pairKey(data.row))?.length);
  }
}

function byKey<T>(table: ReadonlyMap<string, T>): [string, T][] {
  return [...table].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
