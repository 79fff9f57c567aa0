import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useEditor } from '../../store/editor-context';
import { FactsFeed, type SchemaFacts } from './facts-feed';
import type { SchemaPorts } from './schema-ports';

const NOTHING_YET = createStore<SchemaFacts>(() => ({ types: new Map(), failed: false }));

/** What there is of each label and edge type: asked for, and kept true, for as long as the component is there. */
export function useSchemaFacts({ engine, onGiven, clock }: SchemaPorts): SchemaFacts {
  const { store } = useEditor();
  const [feed, setFeed] = useState<FactsFeed>();
  useEffect(() => {
    const opened = new FactsFeed({ engine, schema: store.getState, clock });
    const stop = onGiven((changes) => opened.changed(changes));
    setFeed(opened);
    return () => {
      stop();
      opened.close();
    };
  }, [engine, onGiven, clock, store]);
  return useStore(feed?.state ?? NOTHING_YET);
}
