import { saidOf } from '../../i18n/said';

/** What to tell the person of a request that failed; what is no error is a bug, and goes on as one. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error) return saidOf(error);
  throw error;
}
