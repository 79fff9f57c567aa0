/** The state of the find panel: what is typed, what was found, which result the keyboard is at, and where one flew last. */
import { useState } from 'react';
import type { Searching } from '../../search/search-answer';
import { useEditor } from '../../store/editor-context';
import { type Found, resultsOf, type SearchResults } from './results';
import { useFly } from './use-fly';
import { type SearchState, useSearch } from './use-search';

export interface Find extends SearchState {
  readonly query: string;
  /** The id of the result that the keyboard is at. */
  readonly active: string | undefined;
  type(query: string): void;
  /** To the next result, or the one before, without going there on the canvas. */
  move(by: 1 | -1): void;
  /** Goes there on the canvas: at first to where the keyboard is, from then on to the next one, or the one before. */
  go(by: 1 | -1): void;
  goTo(found: Found): void;
}

function listedIn(results: SearchResults | undefined): readonly Found[] {
  return results?.groups.flatMap(({ listed }) => listed) ?? [];
}

export function useFind(searching: Searching): Find {
  const { store } = useEditor();
  const fly = useFly();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [flownTo, setFlownTo] = useState<string>();
  const search = useSearch(query, searching);
  const { results } = search;

  /** Who presses a key while the last letters are still searched for means what they typed. */
  const withListed = (use: (listed: readonly Found[]) => void) => {
    if (query.trim() === '') return;
    if (results?.query === query) return use(listedIn(results));
    searching.search(query).then(
      (answer) => use(listedIn(resultsOf(answer, store.getState()))),
      () => undefined, // The panel says so.
    );
  };
  const at = (listed: readonly Found[]) =>
    Math.max(
      0,
      listed.findIndex(({ row }) => row.id === chosen),
    );
  const beside = (listed: readonly Found[], by: 1 | -1) => listed.at((at(listed) + by) % listed.length);
  const goTo = (found: Found) => {
    setChosen(found.row.id);
    setFlownTo(found.row.id);
    fly(found);
  };
  const shown = listedIn(results);
  return {
    ...search,
    query,
    active: shown[at(shown)]?.row.id,
    type: (next) => {
      setQuery(next);
      setChosen(undefined);
      setFlownTo(undefined);
    },
    move: (by) => withListed((listed) => setChosen(beside(listed, by)?.row.id)),
    go: (by) =>
      withListed((listed) => {
        const here = listed[at(listed)];
        const found = by === 1 && here?.row.id !== flownTo ? here : beside(listed, by);
        if (found !== undefined) goTo(found);
      }),
    goTo,
  };
}
