/** What is searched, and what a search says: plain values that pass between page and worker. */

/** How many are listed, of all labels and edge types alike, but for a few of each; who wants others types on. */
export const LISTED = 60;

/** A node or an edge, as it is searched. */
export interface SearchedElement {
  readonly id: string;
  readonly kind: 'node' | 'edge';
  /** Its label or edge type. */
  readonly type: string;
  /** The property that it is called by. */
  readonly caption: string | undefined;
  /** What its properties say, as it may be typed, by property. */
  readonly texts: readonly (readonly [property: string, text: string])[];
}

export interface FoundElement {
  readonly id: string;
  /** The properties that have what its caption has not. */
  readonly because: readonly string[];
  /** What of it was found, folded (`folded`): the words that were typed, or what they were taken for. */
  readonly marks: readonly string[];
}

/** What was found of one label or edge type. */
export interface FoundOfType {
  readonly kind: SearchedElement['kind'];
  readonly type: string;
  readonly count: number;
  /** Whether something has the words as they were typed, not only words like them. */
  readonly isAsTyped: boolean;
  /** The best, best first. */
  readonly listed: readonly FoundElement[];
}

export interface SearchAnswer {
  readonly query: string;
  readonly count: number;
  readonly types: readonly FoundOfType[];
}

/** Searches a graph. */
export interface Searching {
  /** A search is likely to come: builds the index, if it is not there. */
  prepare(): void;
  /** Rejects when the index cannot be had. */
  search(query: string): Promise<SearchAnswer>;
  /** Tells whenever searches may have other answers. @returns what ends it */
  onChange(listener: () => void): () => void;
}
