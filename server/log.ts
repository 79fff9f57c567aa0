/** Where the server tells its operator what happens. One line an event. */
export interface Log {
  info(line: string): void;
  /** Something went wrong that the server can live with; `cause` is what was thrown, if anything. */
  error(line: string, cause?: unknown): void;
}

/** Writes to standard output and standard error, each line with the time. */
export const consoleLog: Log = {
  info: (line) => console.log(`${new Date().toISOString()} ${line}`),
  error: (line, cause) => {
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : cause;
    console.error(`${new Date().toISOString()} ${line}${detail === undefined ? '' : `\n${String(detail)}`}`);
  },
};
