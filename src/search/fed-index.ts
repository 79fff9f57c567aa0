/**
 * One worker with an index of a graph, kept true to it: what is touched is read again, a few milliseconds at a time. Filling
 * it to begin with is nothing else: all is touched.
 */
import type { NetChanges } from '../shared/graph/changes';
import type { GraphView } from '../shared/graph/graph';
import type { SearchAnswer, SearchedElement } from './search-answer';
import type { RunningSearch, SearchUpdate } from './search-worker';

/** Milliseconds of reading before the page may do something else. */
const SHARE = 4;
/** Elements read between two looks at the clock. */
const SLICE = 50;

const KINDS = ['node', 'edge'] as const;

export interface SearchPorts {
  /** The graph as it is now. */
  readonly graph: () => GraphView;
  /** What of an element is searched; undefined where the graph has it not. */
  readonly read: (graph: GraphView, kind: SearchedElement['kind'], id: string) => SearchedElement | undefined;
  /** Whether elements are called by other properties than before. */
  readonly changesCaptions: (changes: NetChanges) => boolean;
  readonly spawn: () => RunningSearch;
}

export class FedIndex {
  /** Resolves with the reason when it is of no more use. */
  readonly ended: Promise<string>;
  readonly #worker: RunningSearch;
  readonly #touched = { node: new Set<string>(), edge: new Set<string>() };
  /** What waits until all is filled. */
  readonly #whenFilled: (() => void)[] = [];
  readonly #onEnd = new Set<(reason: string) => void>();
  #isFilled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange told whenever searches may have other answers */
  constructor(
    private readonly ports: SearchPorts,
    private readonly onChange: () => void,
  ) {
    this.#worker = ports.spawn();
    this.ended = new Promise((resolve) => this.#onEnd.add(resolve));
    void this.#worker.died.then((reason) => this.end(reason));
    this.#touchAll();
    this.#goOn();
  }

  /** Rejects when it is of no more use. */
  search(query: string): Promise<SearchAnswer> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string) => reject(new Error(reason));
      this.#onEnd.add(fail);
      const ask = () =>
        void this.#worker.calls
          .search(query)
          .then(resolve, reject)
          .finally(() => this.#onEnd.delete(fail));
      if (this.#isFilled) ask();
      else this.#whenFilled.push(ask);
    });
  }

  changed(changes: NetChanges): void {
    if (this.ports.changesCaptions(changes)) this.#touchAll();
    for (const [id, { before, after }] of changes.node) {
      if (before?.label !== after?.label || before?.properties !== after?.properties) this.#touched.node.add(id);
    }
    for (const [id, { before, after }] of changes.edge) {
      if (before?.type !== after?.type || before?.properties !== after?.properties) this.#touched.edge.add(id);
    }
    this.#goOn();
  }

  end(reason: string): void {
    clearTimeout(this.#timer);
    this.#worker.kill();
    for (const tell of this.#onEnd) tell(reason);
    this.#onEnd.clear();
  }

  #touchAll(): void {
    for (const kind of KINDS) {
      for (const [id] of this.ports.graph().entries(kind)) this.#touched[kind].add(id);
    }
  }

  #goOn(): void {
    if (KINDS.every((kind) => this.#touched[kind].size === 0)) {
      this.#fill();
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#worker.calls.update(this.#take()).then(
        (isOther) => isOther && this.onChange(),
        (error: unknown) => this.end(String(error)),
      );
      this.#goOn();
    });
  }

  /** Nothing is left to be told: the worker answers in turn, so searches from now on see all of it. */
  #fill(): void {
    this.#isFilled = true;
    for (const ask of this.#whenFilled.splice(0)) ask();
  }

  /** Reads what was touched, as much as there is time for. */
  #take(): SearchUpdate {
    const end = performance.now() + SHARE;
    const graph = this.ports.graph();
    const puts: SearchedElement[] = [];
    const gone: string[] = [];
    let read = 0;
    for (const kind of KINDS) {
      for (const id of this.#touched[kind]) {
        this.#touched[kind].delete(id);
        const element = this.ports.read(graph, kind, id);
        if (element === undefined) gone.push(id);
        else puts.push(element);
        if (++read % SLICE === 0 && performance.now() >= end) return { puts, gone };
      }
    }
    return { puts, gone };
  }
}
