/** The worker that holds the database. It answers one call at a time, in order. */
import { expose } from 'comlink';
import { KuzuGraph } from './kuzu-graph';

expose(new KuzuGraph());
