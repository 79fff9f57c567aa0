/** The worker that holds the database. It answers one call at a time, in order. */
import { expose } from 'comlink';
import type { BrowserEngineWorker, Code } from '../engine-worker';
import { KuzuGraph } from './kuzu-graph';

let take: (code: Promise<WebAssembly.Module>) => void = () => {};
const compiled = new Promise<WebAssembly.Module>((resolve) => {
  take = resolve;
});
const graph = new KuzuGraph({ code: compiled });

const worker: BrowserEngineWorker = {
  start: (code) => {
    take(compile(code));
    return compiled;
  },
  load: (snapshot) => graph.load(snapshot),
  apply: (changes) => graph.apply(changes),
  query: (cypher, parameters) => graph.query(cypher, parameters),
};

async function compile(code: Code): Promise<WebAssembly.Module> {
  return code instanceof WebAssembly.Module ? code : WebAssembly.compile(code);
}

expose(worker);
