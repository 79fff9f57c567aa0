/**
 * Asks the live database what a person typed, for so long as the canvas can wait for it; what takes longer is asked of a
 * copy of the graph, in a database of its own that is thrown away after.
 */
import type { Asking, AskOptions, Question } from '../console/asking';
import { type GraphEngine, QueryTimeoutError } from '../engine/graph-engine';
import type { GraphSnapshot } from '../shared/graph/snapshot';

/** Rows that are brought; the others are counted. */
const ROWS = 10_000;
/** Milliseconds for which the canvas waits; the second for what does not look at the clock. */
const QUICK = { stopMs: 250, giveUpMs: 1_500 } as const;
/** Milliseconds that a copy may be late in stopping by itself. */
const GRACE = 1_000;

export interface PatientAskingOptions {
  readonly engine: GraphEngine;
  /** Starts another engine, with nothing in it. */
  readonly openCopy: () => GraphEngine;
  readonly currentGraph: () => GraphSnapshot;
  readonly quick?: { readonly stopMs: number; readonly giveUpMs: number };
}

export function patientAsking({ engine, openCopy, currentGraph, quick = QUICK }: PatientAskingOptions): Asking {
  const askCopy = async ({ cypher, parameters }: Question, { limitMs, signal }: AskOptions) => {
    const copy = openCopy();
    const stop = () => copy.dispose();
    signal.addEventListener('abort', stop);
    try {
      await copy.load(currentGraph());
      return await copy.ask(cypher, parameters, { rows: ROWS, stopMs: limitMs, giveUpMs: limitMs + GRACE });
    } finally {
      signal.removeEventListener('abort', stop);
      copy.dispose();
    }
  };
  return {
    ask: async (question, options) => {
      const { signal } = options;
      try {
        const answer = await engine.ask(question.cypher, question.parameters, { rows: ROWS, ...quick });
        return { answer, ofCopy: false };
      } catch (error) {
        if (!(error instanceof QueryTimeoutError)) throw error;
      }
      signal.throwIfAborted();
      options.onCopy();
      return { answer: await askCopy(question, options), ofCopy: true };
    },
  };
}
