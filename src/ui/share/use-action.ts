import { useState } from 'react';
import { sentenceOf } from './sentence-of';

export interface Action {
  /** It is under way: it must not be started twice. */
  readonly busy: boolean;
  /** Why the last one failed, in words. */
  readonly problem: string | undefined;
  /** @returns whether it came to its end */
  run(action: () => Promise<void>): Promise<boolean>;
  /** The problem was read, or is no longer of interest. */
  forget(): void;
}

/** Something that is asked of the server, and what is to be said where it failed. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (action: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await action();
      return true;
    } catch (error) {
      setProblem(sentenceOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run, forget: () => setProblem(undefined) };
}
