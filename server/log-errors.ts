/** What of an error may be logged. */
import { ZodError } from 'zod';

/** An error as data: where it happened and what kind it is, and its message unless that could quote what was read. */
export interface ErrorFacts {
  readonly name: string;
  readonly message?: string;
  /** Of the system or of SQLite, such as `ENOSPC`. */
  readonly code?: string;
  /** The frames alone: before them an error has its message once more. */
  readonly stack?: string;
  readonly cause?: ErrorFacts;
}

/** Causes of causes that are followed. */
const DEPTH = 5;

/** @param thrown anything: JavaScript lets anything be thrown */
export function errorFacts(thrown: unknown, depth = DEPTH): ErrorFacts {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const code = 'code' in thrown ? thrown.code : undefined;
  const stack = thrown.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n');
  return {
    name: thrown.name,
    ...(quotes(thrown) ? {} : { message: thrown.message }),
    ...(typeof code === 'string' ? { code } : {}),
    ...(stack === undefined || stack === '' ? {} : { stack }),
    ...(thrown.cause === undefined || depth === 0 ? {} : { cause: errorFacts(thrown.cause, depth - 1) }),
  };
}

/** Whether an error's message quotes what was read: JSON that is none, or the names of properties that do not fit. */
function quotes(error: Error): boolean {
  return error instanceof SyntaxError || error instanceof ZodError;
}
