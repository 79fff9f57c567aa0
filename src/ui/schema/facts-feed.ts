/**
 * Keeps what is known of labels and edge types true while someone looks: after a batch of changes the database is asked
 * again about the types that the batch touched, and about nothing else. Changes that come meanwhile are taken together, and
 * between two rounds the database is left to the canvas for a while.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GraphEngine } from '../../engine/graph-engine';
import type { Clock } from '../../shared/clock';
import type { NetChanges } from '../../shared/graph/changes';
import { foldName } from '../../shared/graph/names';
import type { SchemaSlice } from '../../store/schema';
import { factsIn, questionAbout, type TypeFacts, type TypeRef } from './schema-facts';
import { touchedTypes } from './touched-types';

/** Between two rounds, in milliseconds. */
const REST = 400;

export interface SchemaFacts {
  /** By folded name of the label or edge type; one that was not counted yet has no entry. */
  readonly types: ReadonlyMap<string, TypeFacts>;
  /** The database could not answer, twice in a row: what is known may be of before. */
  readonly failed: boolean;
}

export interface FactsPorts {
  readonly engine: Pick<GraphEngine, 'query'>;
  /** The labels and edge types of now. */
  readonly schema: () => Pick<SchemaSlice, 'labels' | 'edgeTypes'>;
  readonly clock: Clock;
}

export class FactsFeed {
  readonly state: StoreApi<SchemaFacts> = createStore<SchemaFacts>(() => ({ types: new Map(), failed: false }));
  /** Folded names; `all` is everything there is. */
  #touched: Set<string> | 'all' = 'all';
  #running: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  #closed = false;

  /** Asks about everything at once. */
  constructor(private readonly ports: FactsPorts) {
    this.#run();
  }

  /** The engine has been given these changes; undefined: it was filled anew. */
  changed(changes: NetChanges | undefined): void {
    if (changes === undefined) this.#touched = 'all';
    else if (this.#touched !== 'all') for (const name of touchedTypes(changes)) this.#touched.add(name);
    this.#run();
  }

  /** Resolves when the facts are true to all changes so far. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  get #isWanted(): boolean {
    return !this.#closed && (this.#touched === 'all' || this.#touched.size > 0);
  }

  #run(): void {
    if (!this.#isWanted) return;
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
      // Something may have changed after the last look and before this line.
      this.#run();
    });
  }

  async #work(): Promise<void> {
    let failures = 0;
    while (this.#isWanted) {
      const touched = this.#touched;
      this.#touched = new Set();
      try {
        const types = await this.#ask(touched);
        failures = 0;
        if (!this.#closed) this.state.setState({ types, failed: false });
      } catch {
        // A type may have been taken back between the change and the question: ask for all, by the schema of now.
        failures += 1;
        if (failures > 1) return this.#giveUp();
        this.#touched = 'all';
        continue;
      }
      await this.#rest();
    }
  }

  /** Until something changes again: then everything is asked for. */
  #giveUp(): void {
    this.#touched = new Set();
    if (!this.#closed) this.state.setState({ failed: true });
  }

  async #ask(touched: ReadonlySet<string> | 'all'): Promise<ReadonlyMap<string, TypeFacts>> {
    const { types: known, failed } = this.state.getState();
    const existing = this.#existing();
    const isAsked = (name: string) => touched === 'all' || failed || touched.has(name) || !known.has(name);
    const facts = await Promise.all(
      Array.from(existing, async ([name, ref]): Promise<[string, TypeFacts | undefined]> => {
        if (!isAsked(name)) return [name, known.get(name)];
        return [name, factsIn(await this.ports.engine.query(questionAbout(ref)), ref)];
      }),
    );
    return new Map(facts.flatMap(([name, each]) => (each === undefined ? [] : [[name, each]])));
  }

  #existing(): Map<string, TypeRef> {
    const { labels, edgeTypes } = this.ports.schema();
    const refs = new Map<string, TypeRef>();
    for (const type of labels.values()) refs.set(foldName(type.name), { on: 'node', type });
    for (const type of edgeTypes.values()) refs.set(foldName(type.name), { on: 'edge', type });
    return refs;
  }

  #rest(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.ports.clock.after(REST, resolve);
      this.#wake = () => {
        stop();
        resolve();
      };
    });
  }
}
