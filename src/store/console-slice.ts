/** Whether the query console is open, and what it is to ask. */

export interface ConsoleSlice {
  readonly consoleOpen: boolean;
  /** A query that is wanted from elsewhere on the page: the console takes it and runs it. */
  readonly toAsk: string | undefined;
}

export const CONSOLE_CLOSED: ConsoleSlice = { consoleOpen: false, toAsk: undefined };
