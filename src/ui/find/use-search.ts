/** Searches as one types and as the graph changes: for a few milliseconds of each frame, until it is through. */
import { useEffect, useState } from 'react';
import { useEditor } from '../../store/editor-context';
import { Search, type SearchResults } from './search';

/** Of a frame, in milliseconds. */
const SHARE = 6;

/** @returns the last results; they may be of what was typed before (`results.query`). None for an empty query. */
export function useSearch(query: string): SearchResults | undefined {
  const { store } = useEditor();
  const [results, setResults] = useState<SearchResults>();
  useEffect(() => {
    setResults((before) => (query.trim() === '' ? undefined : before));
    if (query.trim() === '') return;
    let frame: number | undefined;
    let current: { readonly search: Search; readonly revision: number } | undefined;
    const go = () => {
      current ??= { search: new Search(query, store.getState()), revision: store.getState().rowsRevision };
      const end = performance.now() + SHARE;
      const found = current.search.step(() => performance.now() >= end);
      const isDone = found !== undefined && current.revision === store.getState().rowsRevision;
      frame = isDone ? undefined : requestAnimationFrame(go);
      if (found === undefined) return;
      // Where the graph changed meanwhile, these are shown all the same: while others edit, there is always a change.
      current = undefined;
      setResults(found);
    };
    frame = requestAnimationFrame(go);
    const stop = store.subscribe(({ rowsRevision }, before) => {
      if (rowsRevision !== before.rowsRevision) frame ??= requestAnimationFrame(go);
    });
    return () => {
      stop();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [query, store]);
  return results;
}
