/** What the page asks of the worker that searches. */
import type { SearchAnswer, SearchedElement } from './search-answer';

/** Elements as they are now, and the ids of those that are no more. */
export interface SearchUpdate {
  readonly puts: readonly SearchedElement[];
  readonly gone: readonly string[];
}

export interface SearchWorker {
  /** @returns whether searches may have other answers now */
  update(update: SearchUpdate): Promise<boolean>;
  search(query: string): Promise<SearchAnswer>;
}

/** A worker that has been started, as the page holds it. */
export interface RunningSearch {
  readonly calls: SearchWorker;
  /** Resolves with what happened when the worker dies by itself; calls of it may then never be answered. */
  readonly died: Promise<string>;
  kill(): void;
}
