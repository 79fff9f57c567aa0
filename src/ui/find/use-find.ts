/** The state of the find panel: what is typed, what was found, which result the keyboard is at, and where one flew last. */
import { useState } from 'react';
import { useEditor } from '../../store/editor-context';
import { type Found, Search, type SearchResults } from './search';
import { useFly } from './use-fly';
import { useSearch } from './use-search';

export interface Find {
  readonly query: string;
  readonly results: SearchResults | undefined;
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

export function useFind(): Find {
  const { store } = useEditor();
  const fly = useFly();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [flownTo, setFlownTo] = useState<string>();
  const results = useSearch(query);

  /** Who presses Enter while the last letters are still searched for means what they typed. */
  const current = () => {
    if (query.trim() === '') return [];
    return listedIn(results?.query === query ? results : new Search(query, store.getState()).step(() => false));
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
    query,
    results,
    active: shown[at(shown)]?.row.id,
    type: (next) => {
      setQuery(next);
      setChosen(undefined);
      setFlownTo(undefined);
    },
    move: (by) => setChosen(beside(current(), by)?.row.id),
    go: (by) => {
      const listed = current();
      const here = listed[at(listed)];
      const found = by === 1 && here?.row.id !== flownTo ? here : beside(listed, by);
      if (found !== undefined) goTo(found);
    },
    goTo,
  };
}
