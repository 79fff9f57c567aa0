/** The time between `welcome` and being in step: what was missed is collected, and taken in whole, as one step. */
import type { ServerEvent } from '../replica/replica';
import { Graph } from '../shared/graph/graph';
import type { Welcome } from '../shared/protocol/server-messages';

export class Joining {
  readonly welcome: Welcome;
  /** The version that the patches go on from. */
  readonly #from: number;
  readonly #events: ServerEvent[] = [];
  /** What the patches go on from: the graph there is, or another. `undefined` while that is on its way. */
  #base: Graph | 'as it is' | undefined;

  /** @param version of what the client has */
  constructor(welcome: Welcome, version: number) {
    this.welcome = welcome;
    this.#from = welcome.snapshot?.version ?? version;
    if (welcome.snapshot === undefined) this.#base = 'as it is';
    else if (welcome.snapshot.url === undefined) this.#base = new Graph();
  }

  /** The address of the graph to go on from, where one has to be fetched. */
  get snapshotUrl(): string | undefined {
    return this.welcome.snapshot?.url;
  }

  /** The graph at `snapshotUrl`. */
  begin(graph: Graph): void {
    this.#base = graph;
  }

  hear(events: readonly ServerEvent[]): void {
    this.#events.push(...events);
  }

  /** Everything in its order, once all up to `welcome.serverVersion` is here; `undefined` before. */
  get whole(): ServerEvent[] | undefined {
    const missed = this.welcome.serverVersion - this.#from;
    if (this.#base === undefined || this.#events.length < missed) return undefined;
    const reset: ServerEvent[] =
      this.#base === 'as it is' ? [] : [{ type: 'reset', serverVersion: this.#from, graph: this.#base }];
    const decided: ServerEvent = { type: 'decided', lastSeqs: this.welcome.lastSeqs };
    return [...reset, ...this.#events.slice(0, missed), decided, ...this.#events.slice(missed)];
  }
}
