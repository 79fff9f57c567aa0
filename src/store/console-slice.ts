/** Whether the query console is open. */

export interface ConsoleSlice {
  readonly consoleOpen: boolean;
}

export const CONSOLE_CLOSED: ConsoleSlice = { consoleOpen: false };
