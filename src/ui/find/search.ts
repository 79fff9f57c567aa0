/** Looks through all rows for what was typed, a slice at a time, so that typing stays smooth in the largest graph. */
import { foldName } from '../../shared/graph/names';
import type { EditorState } from '../../store/editor-store';
import type { EdgeRow, NodeRow } from '../../store/rows';
import { type Match, matchOf, RANKS, wordsOf } from './match';

/** How many of a kind are listed; who wants others types on. */
export const LISTED = 50;
/** Rows between two looks at the clock. */
const SLICE = 100;

export type Found = { readonly match: Match } & (
  | { readonly kind: 'node'; readonly row: NodeRow }
  | { readonly kind: 'edge'; readonly row: EdgeRow }
);

/** What was found of one label or edge type. */
export interface FoundGroup {
  /** As the schema spells it. */
  readonly name: string;
  readonly kind: Found['kind'];
  readonly count: number;
  /** The best, in the order of the graph where they are as good. */
  readonly listed: readonly Found[];
}

export interface SearchResults {
  readonly query: string;
  readonly count: number;
  /** Labels, then edge types, in the order of the schema. */
  readonly groups: readonly FoundGroup[];
}

type Searched = Pick<EditorState, 'nodes' | 'edges' | 'labels' | 'edgeTypes'>;

class Group {
  count = 0;
  readonly #byRank = RANKS.map((): Found[] => []);

  add(found: Found): void {
    this.count += 1;
    const listed = this.#byRank[RANKS.indexOf(found.match.rank)];
    if (listed !== undefined && listed.length < LISTED) listed.push(found);
  }

  get listed(): readonly Found[] {
    return this.#byRank.flat().slice(0, LISTED);
  }
}

export class Search {
  readonly #groups = { node: new Map<string, Group>(), edge: new Map<string, Group>() };
  readonly #run: Iterator<void>;
  #done = false;

  constructor(
    readonly query: string,
    private readonly state: Searched,
  ) {
    this.#run = this.#look(wordsOf(query));
  }

  /** Looks on until it is done or `isTime` says so. @returns the results, once it is done */
  step(isTime: () => boolean): SearchResults | undefined {
    while (!this.#done) {
      this.#done = this.#run.next().done === true;
      if (!this.#done && isTime()) return undefined;
    }
    return this.#results();
  }

  *#look(words: readonly string[]): Generator<void> {
    const { nodes, edges, labels, edgeTypes } = this.state;
    let seen = 0;
    for (const row of nodes.values()) {
      const match = matchOf(words, labels.get(foldName(row.label)), row.properties);
      if (match !== undefined) this.#group('node', row.label).add({ kind: 'node', row, match });
      if (++seen % SLICE === 0) yield;
    }
    for (const row of edges.values()) {
      const match = matchOf(words, edgeTypes.get(foldName(row.type)), row.properties);
      if (match !== undefined) this.#group('edge', row.type).add({ kind: 'edge', row, match });
      if (++seen % SLICE === 0) yield;
    }
  }

  #group(kind: Found['kind'], name: string): Group {
    const known = this.#groups[kind].get(name);
    if (known !== undefined) return known;
    const made = new Group();
    this.#groups[kind].set(name, made);
    return made;
  }

  #results(): SearchResults {
    const { labels, edgeTypes } = this.state;
    const groups = [
      ...Array.from(labels.values(), ({ name }) => ['node', name] as const),
      ...Array.from(edgeTypes.values(), ({ name }) => ['edge', name] as const),
    ].flatMap(([kind, name]): FoundGroup[] => {
      const group = this.#groups[kind].get(name);
      return group === undefined ? [] : [{ kind, name, count: group.count, listed: group.listed }];
    });
    return { query: this.query, count: groups.reduce((sum, { count }) => sum + count, 0), groups };
  }
}
