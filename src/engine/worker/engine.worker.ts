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
  start: async (code, lifeline) => {
    await hold(lifeline);
    take(compile(code));
    return compiled;
  },
  load: (snapshot) => graph.load(snapshot),
  apply: (changes) => graph.apply(changes),
  query: (cypher, parameters) => graph.query(cypher, parameters),
  fork: (snapshot, cypher, parameters) => graph.fork(snapshot, cypher, parameters),
  ask: (cypher, parameters, limits) => graph.ask(cypher, parameters, limits),
};

/** Resolves when the lock is held. Nothing lets go of it but the end of this worker. Some pages have no locks. */
async function hold(lifeline: string): Promise<void> {
  if (!('locks' in navigator)) return;
  const { locks } = navigator;
  await new Promise<void>((resolve, reject) => {
    const forEver = () => new Promise<never>(() => resolve());
    locks.request(lifeline, forEver).catch(reject);
  });
}

async function compile(code: Code): Promise<WebAssembly.Module> {
  return code instanceof WebAssembly.Module ? code : WebAssembly.compile(code);
}

expose(worker);
