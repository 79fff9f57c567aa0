/** The worker that holds the full-text index. It answers one call at a time, in order. */
import { expose } from 'comlink';
import { LISTED } from './search-answer';
import type { SearchWorker } from './search-worker';
import { TextIndex } from './text-index';

const index = new TextIndex();

const worker: SearchWorker = {
  update: async (update) => index.update(update),
  search: async (query) => index.search(query, LISTED),
};

expose(worker);
