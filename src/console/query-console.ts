/** The console of one open graph: what is typed, what came of it, and what was asked before. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Answer, QueryTimeoutError } from '../engine/graph-engine';
import { lookOver } from '../shared/cypher/cypher-text';
import type { SavedView } from '../shared/graph/saved-views';
import type { Asking, Writing } from './asking';
import { type Place, problemPlace } from './problem-place';
import { type HistoryStorage, queryHistory, rememberQuery } from './query-history';
import { type ParameterProblem, type TypedParameter, type TypedParameters, takeParameters } from './typed-parameters';

export interface AnsweredRun {
  readonly status: 'answered';
  readonly answer: Answer;
  readonly ofCopy: boolean;
  /** It says how a query is carried out. */
  readonly isPlan: boolean;
}

export type Run =
  | { readonly status: 'idle' | 'stopped' }
  | { readonly status: 'running'; readonly ofCopy: boolean; readonly before: AnsweredRun | undefined }
  | AnsweredRun
  /** It would make so many changes, which are shown; nothing is changed yet. */
  | { readonly status: 'proposed'; readonly changes: number }
  | { readonly status: 'incomplete'; readonly problems: readonly ParameterProblem[] }
  | { readonly status: 'failed'; readonly reason: string; readonly place: Place | undefined }
  | { readonly status: 'tooSlow'; readonly limitMs: number };

export const RESULT_TABS = ['table', 'json', 'examples', 'history'] as const;
export type ResultTab = (typeof RESULT_TABS)[number];

export interface ConsoleState {
  readonly text: string;
  readonly parameters: TypedParameters;
  readonly run: Run;
  readonly tab: ResultTab;
  /** The latest first. */
  readonly history: readonly string[];
  /** Which of them was put back; undefined while something new is typed. */
  readonly at: number | undefined;
  /** The query is about to be saved as a view: a new one, or in place of the one it was taken from. */
  readonly saving: { readonly begun: SavedView | undefined } | undefined;
}

/** What is to be seen of a run: while it goes on, still what came before. */
export function seenOf(run: Run): AnsweredRun | undefined {
  if (run.status === 'running') return run.before;
  return run.status === 'answered' ? run : undefined;
}

/** Milliseconds that a query may take; three times as long after each wish for more. */
export const FIRST_LIMIT = 20_000;
export const RAISE_BY = 3;

export interface ConsolePorts {
  readonly asking: Asking;
  readonly writing: Writing;
  readonly storage: HistoryStorage;
  readonly room: string;
}

export class QueryConsole {
  readonly state: StoreApi<ConsoleState>;
  #running: AbortController | undefined;
  /** What was being typed before history was looked at. */
  #draft = '';

  constructor(private readonly ports: ConsolePorts) {
    this.state = createStore<ConsoleState>(() => ({
      text: '',
      parameters: {},
      run: { status: 'idle' },
      tab: 'examples',
      history: queryHistory(ports.storage, ports.room),
      at: undefined,
      saving: undefined,
    }));
  }

  type(text: string): void {
    const { run, text: before } = this.state.getState();
    if (text === before) return;
    // What is marked would be somewhere else by now.
    const still = run.status === 'failed' ? { ...run, place: undefined } : run;
    this.state.setState({ text, at: undefined, run: still });
  }

  setParameter(name: string, typed: TypedParameter): void {
    this.state.setState(({ parameters }) => ({ parameters: { ...parameters, [name]: typed } }));
  }

  /** Takes the query of a saved view, to be changed. */
  takeView(view: SavedView, parameters: TypedParameters): void {
    this.type(view.query);
    this.state.setState({ parameters, saving: { begun: view } });
  }

  /** Begins to save the query as a view, or leaves it. */
  showSaving(saving: ConsoleState['saving']): void {
    this.state.setState({ saving });
  }

  show(tab: ResultTab): void {
    this.state.setState({ tab });
  }

  /** Goes back to an older query, or forth to a newer one and at last to what was being typed. @returns whether there is one */
  recall(by: 1 | -1): boolean {
    const { history, at = -1, text } = this.state.getState();
    const next = at + by;
    if (next < -1 || next >= history.length) return false;
    if (at === -1) this.#draft = text;
    this.state.setState({ text: history[next] ?? this.#draft, at: next === -1 ? undefined : next });
    return true;
  }

  /** Runs the query, stopping the one that may be running. Resolves when there is nothing more to come of it. */
  async run(limitMs = FIRST_LIMIT): Promise<void> {
    const { text, parameters, run: last } = this.state.getState();
    const before = seenOf(last);
    this.stop();
    if (text.trim() === '') return;
    const facts = lookOver(text);
    const taken = takeParameters(facts.parameters, parameters);
    if (!taken.ok) return this.#now({ status: 'incomplete', problems: taken.problems });
    this.state.setState({ history: rememberQuery(this.ports.storage, this.ports.room, text.trim()) });
    const running = new AbortController();
    const { signal } = running;
    this.#running = running;
    this.#now({ status: 'running', ofCopy: false, before });
    const onCopy = () => {
      if (!signal.aborted) this.#now({ status: 'running', ofCopy: true, before });
    };
    try {
      const question = { cypher: text, parameters: taken.parameters };
      if (facts.mayWrite && this.ports.writing.isAllowed()) {
        onCopy();
        const changes = await this.ports.writing.propose(question, { limitMs, signal });
        if (!signal.aborted) this.#now({ status: 'proposed', changes });
        return;
      }
      const answered = await this.ports.asking.ask(question, { limitMs, signal, onCopy });
      if (signal.aborted) return;
      const isPlan = facts.firstWord === 'EXPLAIN' || facts.firstWord === 'PROFILE';
      const { tab } = this.state.getState();
      this.state.setState({ run: { status: 'answered', isPlan, ...answered }, tab: tab === 'json' ? tab : 'table' });
    } catch (error) {
      if (signal.aborted) return;
      this.#now(failed(error, text, limitMs));
    }
  }

  stop(): void {
    if (this.#running === undefined) return;
    const wasRunning = this.state.getState().run.status === 'running';
    this.#running.abort();
    this.#running = undefined;
    if (wasRunning) this.#now({ status: 'stopped' });
  }

  #now(run: Run): void {
    this.state.setState({ run });
  }
}

function failed(error: unknown, text: string, limitMs: number): Run {
  if (error instanceof QueryTimeoutError) return { status: 'tooSlow', limitMs };
  const reason = error instanceof Error ? error.message : String(error);
  return { status: 'failed', reason, place: problemPlace(reason, text) };
}
