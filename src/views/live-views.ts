/**
 * Keeps the answers of saved views true to the graph. A view is asked again when what changed bears on what it reads
 * (`plan-reads.ts`), and otherwise not; what comes together is asked for together, one view after the other, at most once
 * a frame, and a view that takes long more seldom: views take a part of the database's time, and the canvas the rest.
 */
import { elementsIn } from '../console/answer-elements';
import { type Answer, type GraphEngine, type QueryParameters, QueryTimeoutError } from '../engine/graph-engine';
import type { Clock } from '../shared/clock';
import type { NetChanges } from '../shared/graph/changes';
import type { SavedView, ViewId } from '../shared/graph/saved-views';
import { type IdsQuery, idsIn, idsQuery } from './ids-query';
import { READS_ALL, type Reads, readsOf } from './plan-reads';
import { changesTables, putsEdges, touches } from './touches';
import { parametersOf, type ViewAnswer } from './view-answer';

/** Milliseconds between two rounds of asking. */
const FRAME = 16;
/** A view that took a while is left alone for so many times as long. */
const REST = 3;
/** Rows that are brought; the others are counted. */
const ROWS = 10_000;
/** Milliseconds for which the canvas waits; the second for what does not look at the clock. */
const QUICK = { stopMs: 250, giveUpMs: 1_500 } as const;

export interface LiveViewsPorts {
  readonly engine: Pick<GraphEngine, 'ask'>;
  readonly clock: Clock;
  /** Names of all labels and edge types there are. */
  readonly types: () => Iterable<string>;
  readonly onAnswer: (id: ViewId, answer: ViewAnswer) => void;
}

/** What is known of a query as long as tables stay as they are. */
interface Known {
  /** Of a filter, the same query for ids, where there is one. */
  readonly ids: IdsQuery | undefined;
  readonly reads: Reads;
}

interface Watched {
  readonly view: SavedView;
  readonly parameters: QueryParameters;
  /** Goes up when what is known of the query may not hold any more. */
  epoch: number;
  known: Known | undefined;
  isStale: boolean;
  /** Not before this moment. */
  notBefore: number;
  isTooSlow: boolean;
}

export class LiveViews {
  readonly #ports: LiveViewsPorts;
  readonly #watched = new Map<ViewId, Watched>();
  #running: Promise<void> | undefined;
  #cancel: (() => void) | undefined;
  #isClosed = false;

  constructor(ports: LiveViewsPorts) {
    this.#ports = ports;
  }

  /** From now on these are kept true, and no others. Those that are new, or mean something else now, are asked. */
  watch(views: Iterable<SavedView>): void {
    const wanted = new Map(Array.from(views, (view) => [view.id, view]));
    for (const id of this.#watched.keys()) if (!wanted.has(id)) this.#watched.delete(id);
    for (const view of wanted.values()) {
      if (this.#watched.get(view.id)?.view === view) continue;
      const parameters = parametersOf(view);
      const fresh = { epoch: 0, known: undefined, isStale: true, notBefore: 0, isTooSlow: false };
      this.#watched.set(view.id, { view, parameters, ...fresh });
    }
    this.#soon();
  }

  /** The engine was given these changes; undefined when it was filled anew. */
  given(changes: NetChanges | undefined): void {
    const isAnew = changes === undefined || changesTables(changes);
    for (const watched of this.#watched.values()) {
      if (!isAnew && !touches(watched.known?.reads ?? READS_ALL, changes)) continue;
      watched.isStale = true;
      if (!isAnew && !putsEdges(changes)) continue;
      watched.epoch += 1;
      watched.known = undefined;
    }
    this.#soon();
  }

  /** Resolves when every view that is kept true is. */
  async idle(): Promise<void> {
    while (this.#next() !== undefined && !this.#isClosed) {
      await (this.#running ?? new Promise<void>((resolve) => this.#ports.clock.after(FRAME, resolve)));
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel?.();
  }

  /** The moment of the next round; undefined when there is nothing to do. */
  #next(): number | undefined {
    const moments = [...this.#watched.values()].flatMap(({ isStale, isTooSlow, notBefore }) =>
      isStale && !isTooSlow ? notBefore : [],
    );
    return moments.length === 0 ? undefined : Math.min(...moments);
  }

  #soon(): void {
    const next = this.#next();
    if (next === undefined || this.#running !== undefined || this.#isClosed) return;
    this.#cancel?.();
    const wait = Math.max(FRAME, next - this.#ports.clock.now());
    this.#cancel = this.#ports.clock.after(wait, () => {
      this.#running = this.#round().finally(() => {
        this.#running = undefined;
        this.#soon();
      });
    });
  }

  async #round(): Promise<void> {
    const now = this.#ports.clock.now();
    for (const watched of [...this.#watched.values()]) {
      if (!watched.isStale || watched.isTooSlow || watched.notBefore > now) continue;
      const started = this.#ports.clock.now();
      watched.isStale = false;
      const answer = await this.#answer(watched);
      if (this.#isClosed) return;
      watched.notBefore = this.#ports.clock.now() + REST * (this.#ports.clock.now() - started);
      watched.isTooSlow = answer.status === 'tooSlow';
      // It may have been put away, or changed, meanwhile.
      if (this.#watched.get(watched.view.id) === watched) this.#ports.onAnswer(watched.view.id, answer);
    }
  }

  async #answer(watched: Watched): Promise<ViewAnswer> {
    try {
      return await this.#ask(watched, await this.#know(watched));
    } catch (error) {
      if (error instanceof QueryTimeoutError) return { status: 'tooSlow' };
      return { status: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async #ask({ view, parameters }: Watched, { ids }: Known): Promise<ViewAnswer> {
    if (ids !== undefined) return this.#askForIds(ids, parameters);
    const answer = await this.#run(view.query, parameters, ROWS);
    const elements = view.shows === 'filter' ? elementsIn(answer.rows) : undefined;
    return { status: 'answered', answer, elements };
  }

  async #askForIds({ collected, kinds }: IdsQuery, parameters: QueryParameters): Promise<ViewAnswer> {
    const answer = await this.#run(collected, parameters, 1);
    const elements = idsIn(answer.rows[0] ?? [], kinds);
    return { status: 'answered', answer: { ...answer, rows: [], rowCount: 0 }, elements };
  }

  async #know(watched: Watched): Promise<Known> {
    if (watched.known !== undefined) return watched.known;
    const { view, parameters, epoch } = watched;
    const ids = view.shows === 'filter' ? await this.#idsQuery(view.query, parameters) : undefined;
    const query = ids?.plain ?? view.query;
    const known = { ids, reads: await this.#reads(query, parameters) };
    if (watched.epoch === epoch) watched.known = known;
    return known;
  }

  async #idsQuery(query: string, parameters: QueryParameters): Promise<IdsQuery | undefined> {
    const { columns } = await this.#run(query, parameters, 0);
    return idsQuery(query, columns);
  }

  async #reads(query: string, parameters: QueryParameters): Promise<Reads> {
    const plan = await this.#run(`EXPLAIN ${query}`, parameters, 1);
    return readsOf(plan.rows.flat().join('\n'), query, this.#ports.types());
  }

  #run(cypher: string, parameters: QueryParameters, rows: number): Promise<Answer> {
    return this.#ports.engine.ask(cypher, parameters, { rows, ...QUICK });
  }
}
