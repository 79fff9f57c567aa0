/**
 * Where the server tells its operator what happens: one line an event, as JSON, or as text for who reads it at a terminal.
 *
 * What people write, what they are called, and what lets them in never gets here. Lines are fixed sentences; what goes
 * with them are the fields below and no others; of an error whose message quotes what was read, the message is left out.
 */
import { pino } from 'pino';
import { errorFacts } from './log-errors';

/** What a line may have besides its words. Ids of rooms, connections, clients and requests open nothing. */
export const LOG_FIELDS = [
  'request',
  'connection',
  'room',
  'client',
  'method',
  'route',
  'status',
  'ms',
  'count',
  'version',
  'code',
] as const;
export type LogFields = { readonly [Field in (typeof LOG_FIELDS)[number]]?: string | number | undefined };

export interface Log {
  debug(line: string, fields?: LogFields): void;
  info(line: string, fields?: LogFields): void;
  /** Something is not as it should be, and nothing has gone wrong yet; `cause` is what was thrown, if anything. */
  warn(line: string, cause?: unknown): void;
  /** Something went wrong that the server can live with. */
  error(line: string, cause?: unknown): void;
  /** A log whose lines have these fields, too. */
  child(fields: LogFields): Log;
}

/** From the rarest to the most frequent: at a level, it and those before it are written. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogOptions {
  readonly level: LogLevel;
  readonly format: 'json' | 'text';
  /** Takes each line, with its end; standard output when left out. */
  readonly write?: (line: string) => void;
}

const toStandardOutput = (line: string) => void process.stdout.write(line);

export function createLog({ level, format, write = toStandardOutput }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: format === 'json' ? write : (json) => write(readable(json)) },
  );
  return logOn(logger);
}

/** Says nothing to anyone. */
export const silentLog: Log = createLog({ level: 'silent', format: 'json' });

type Logger = Pick<pino.BaseLogger, 'debug' | 'info' | 'warn' | 'error'> & {
  child(bindings: Record<string, unknown>): Logger;
};

function logOn(logger: Logger): Log {
  return {
    debug: (line, fields) => logger.debug(known(fields), line),
    info: (line, fields) => logger.info(known(fields), line),
    warn: (line, cause) => logger.warn(causedBy(cause), line),
    error: (line, cause) => logger.error(causedBy(cause), line),
    child: (fields) => logOn(logger.child(known(fields))),
  };
}

/** Characters of a field: ids are shorter. */
const FIELD_LENGTH = 100;

/** The fields that may be logged: an object that is handed in may have others. */
function known(fields: LogFields = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of LOG_FIELDS) {
    const value = fields[name];
    if (value !== undefined) kept[name] = typeof value === 'string' ? value.slice(0, FIELD_LENGTH) : value;
  }
  return kept;
}

function causedBy(cause: unknown): Record<string, unknown> {
  return cause === undefined ? {} : { error: errorFacts(cause) };
}

/** A line for people, from the JSON that pino made. */
function readable(json: string): string {
  const { time, level, msg, error, ...fields }: Record<string, unknown> = JSON.parse(json);
  const words = Object.entries(fields).map(([name, value]) => ` ${name}=${String(value)}`);
  const detail = error === undefined ? '' : `\n${JSON.stringify(error, undefined, 2)}`;
  const mark = level === 'info' ? '' : `${String(level).toUpperCase()} `;
  return `${String(time)} ${mark}${String(msg)}${words.join('')}${detail}\n`;
}
