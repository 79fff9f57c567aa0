/** Searches as one types and as the graph changes. */
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { SearchAnswer, Searching } from '../../search/search-answer';
import { useEditorState } from '../../store/editor-context';
import type { EditorState } from '../../store/editor-store';
import { areSame, resultsOf, type SearchResults } from './results';

export interface SearchState {
  /** The last results; they may be of what was typed before (`results.query`). None for an empty query. */
  readonly results: SearchResults | undefined;
  /** The last search came to nothing through no fault of the person. */
  readonly failed: boolean;
}

export function useSearch(query: string, searching: Searching): SearchState {
  const [answer, setAnswer] = useState<SearchAnswer>();
  const [failed, setFailed] = useState(false);
  useEffect(() => searching.prepare(), [searching]);
  useEffect(() => {
    setAnswer((before) => (query.trim() === '' ? undefined : before));
    if (query.trim() === '') return;
    let left = false;
    let running = false;
    let wanted = false;
    const take = (next: SearchAnswer) => {
      if (left) return;
      setFailed(false);
      // A key that is pressed meanwhile is shown before the list is.
      startTransition(() => setAnswer(next));
    };
    const search = async () => {
      wanted = true;
      if (running) return;
      running = true;
      while (wanted && !left) {
        wanted = false;
        await searching.search(query).then(take, () => setFailed(!left));
      }
      running = false;
    };
    void search();
    const stop = searching.onChange(() => void search());
    return () => {
      left = true;
      stop();
    };
  }, [query, searching]);
  return { results: useResults(answer), failed };
}

/** With the rows as they are now; the same object for as long as nothing in it is another. */
function useResults(answer: SearchAnswer | undefined): SearchResults | undefined {
  const select = useMemo(() => {
    let last: { readonly results: SearchResults; readonly revision: number } | undefined;
    return (state: EditorState) => {
      if (answer === undefined || last?.revision === state.rowsRevision) return last?.results;
      const results = resultsOf(answer, state);
      const isSame = last !== undefined && areSame(results, last.results);
      last = { results: isSame && last !== undefined ? last.results : results, revision: state.rowsRevision };
      return last.results;
    };
  }, [answer]);
  return useEditorState(select);
}
