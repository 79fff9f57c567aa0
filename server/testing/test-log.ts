/** A log for tests: keeps what went wrong, and nothing else. */
import type { Log } from '../log';

/** @param problems is added every line of warnings and errors */
export function testLog(problems: string[] = []): Log {
  const log: Log = {
    debug: () => {},
    info: () => {},
    warn: (line) => void problems.push(line),
    error: (line) => void problems.push(line),
    child: () => log,
  };
  return log;
}
