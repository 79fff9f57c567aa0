/**
 * Keeps the rows on screen true: after a batch of changes it asks the database again for what the batch touched, and
 * for nothing else. Changes that come while a question is under way are taken together in the next one.
 */
import type { GraphEngine } from '../engine/graph-engine';
import type { NetChanges } from '../shared/graph/changes';
import type { EditorStore } from '../store/editor-store';
import type { RowUpdate } from '../store/rows';
import { askAll, askTouched } from './ask-rows';
import { Touched } from './touched';

export class RowFeed {
  readonly #engine: GraphEngine;
  readonly #store: EditorStore;
  readonly #sink: (update: RowUpdate) => void;
  readonly #onTrouble: (error: unknown) => void;
  #touched = new Touched();
  #allTouched = false;
  /** The last question failed for good: the next is about everything. */
  #behind = false;
  /** Nodes whose last answer was not shown. */
  #leftOut: ReadonlySet<string> = new Set();
  #running: Promise<void> | undefined;

  /**
   * @param sink takes what the database answered
   * @param onTrouble is told when the database could not answer twice in a row
   */
  constructor(
    engine: GraphEngine,
    store: EditorStore,
    sink: (update: RowUpdate) => void,
    onTrouble: (error: unknown) => void,
  ) {
    this.#engine = engine;
    this.#store = store;
    this.#sink = sink;
    this.#onTrouble = onTrouble;
  }

  /** The engine has been given these changes. */
  changed(changes: NetChanges): void {
    this.#touched.add(changes);
    this.#allTouched ||= this.#behind;
    this.#run();
  }

  /** Asks for everything anew. */
  reload(): void {
    this.#allTouched = true;
    this.#run();
  }

  /** Resolves when the rows are true to all changes so far. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  #run(): void {
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
      // Something may have changed after the last look and before this line.
      if (this.#isWanted) this.#run();
    });
  }

  get #isWanted(): boolean {
    return this.#allTouched || !this.#touched.isEmpty;
  }

  async #work(): Promise<void> {
    let failures = 0;
    while (this.#isWanted) {
      const [all, touched] = [this.#allTouched, this.#touched];
      this.#allTouched = false;
      this.#touched = new Touched();
      const state = this.#store.getState();
      try {
        const answer = all ? askAll(this.#engine, state) : askTouched(this.#engine, state, touched, state.nodes);
        this.#sink(this.#withoutStale(await answer));
        failures = 0;
        if (all) this.#behind = false;
      } catch (error) {
        // A label may have been taken back between the change and the question: ask for all, by the schema of now.
        failures += 1;
        if (failures > 1) {
          this.#behind = true;
          return this.#onTrouble(error);
        }
        this.#allTouched = true;
      }
    }
  }

  /**
   * Leaves out nodes on screen that changed while the question was under way: the answer may be from before, and a node
   * that was just moved would jump back. They are asked for next; one left out last time is shown all the same.
   */
  #withoutStale(update: RowUpdate): RowUpdate {
    if (update.complete) return update;
    const onScreen = this.#store.getState().nodes;
    const leftOut = new Set<string>();
    const nodes = new Map(update.nodes);
    for (const [id, node] of this.#touched.nodes) {
      if (node === undefined || !nodes.has(id) || !onScreen.has(id) || this.#leftOut.has(id)) continue;
      nodes.delete(id);
      leftOut.add(id);
    }
    this.#leftOut = leftOut;
    return { ...update, nodes };
  }
}
