/** How the page asks its database what a person typed, however long that takes. */
import { createContext } from 'react';
import type { Answer, QueryParameters } from '../engine/graph-engine';

export interface Question {
  readonly cypher: string;
  readonly parameters: QueryParameters;
}

export interface Answered {
  readonly answer: Answer;
  /** It took so long that a copy of the graph was asked: it is true to the graph as it was then. */
  readonly ofCopy: boolean;
}

export interface AskOptions {
  readonly limitMs: number;
  /** Stops it. */
  readonly signal: AbortSignal;
  /** Told when it takes so long that a copy is asked. */
  readonly onCopy: () => void;
}

/** Statements that may write are tried on a copy of the graph, and what they would change is shown. */
export interface Writing {
  /** Whether the person may change the graph at all. */
  isAllowed(): boolean;
  /**
   * Rejects as `ask` does.
   * @returns how many changes are proposed
   */
  propose(question: Question, options: Pick<AskOptions, 'limitMs' | 'signal'>): Promise<number>;
}

export interface Asking {
  /**
   * @throws QueryError, QueryTimeoutError, EngineUnavailableError as the engine does
   * @throws the signal's reason when it was stopped
   */
  ask(question: Question, options: AskOptions): Promise<Answered>;
}

export const AskingContext = createContext<Asking | undefined>(undefined);
