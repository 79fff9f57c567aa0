/** The search of an open graph: nothing is done before the first search is likely; from then on its index is kept true. */
import type { NetChanges } from '../shared/graph/changes';
import { FedIndex, type SearchPorts } from './fed-index';
import type { SearchAnswer, Searching } from './search-answer';

export class SearchFeed implements Searching {
  #index: FedIndex | undefined;
  #closed = false;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ports: SearchPorts) {}

  prepare(): void {
    if (this.#index !== undefined || this.#closed) return;
    const index = new FedIndex(this.ports, () => this.#tell());
    this.#index = index;
    void index.ended.then((reason) => {
      if (this.#index !== index) return;
      console.error(`The search worker: ${reason}`);
      this.#index = undefined;
    });
  }

  async search(query: string): Promise<SearchAnswer> {
    this.prepare();
    if (this.#index === undefined) throw new Error('The graph is closed.');
    return this.#index.search(query);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The graph has changed. */
  changed(changes: NetChanges): void {
    this.#index?.changed(changes);
  }

  close(): void {
    const index = this.#index;
    this.#closed = true;
    this.#index = undefined;
    index?.end('it is not needed any more');
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
