/** What fast-check says of a property of many steps that failed: how to see it again, and what was wrong; not all its steps. */
import type { RunDetails } from 'fast-check';

/** For `asyncReporter`. */
export async function shortReport<T>({
  failed,
  seed,
  counterexamplePath,
  errorInstance,
}: RunDetails<T>): Promise<void> {
  if (failed) throw new Error(`seed: ${seed}, path: "${counterexamplePath}"`, { cause: errorInstance });
}
